// Chat servers as an application makes them with the Vercel AI SDK, in each major version, on one
// port: POST /<major>/<stream>/<case>. The model is the SDK's own mock; what a case does to it, or
// to the connection, stands in CASES. Listens on 127.0.0.1 and prints its port.
import http from 'node:http';

const WORDS = 'Trains run on rails and that is all there is to say'.split(' ');
const PAUSE_MS = 5;

/** What the model does: the reason with which it ends, null for none; after how many words it fails. */
const CASES = {
  ok: { reason: 'stop' },
  length: { reason: 'length' },
  filter: { reason: 'content-filter' },
  tool: { reason: 'tool-calls', words: 0 },
  empty: { reason: 'stop', words: 0 },
  error: { failsAfter: 3 },
  refuses: { throws: true },
  unfinished: { reason: null }, // the provider's stream ends without a finish
  half: { reason: 'stop', cutAfter: 5 }, // the connection is closed in mid-stream
};

/** How the model's stream is written in each major version. */
const MAJORS = {
  4: {
    mock: 'MockLanguageModelV1',
    data: 'pipeDataStreamToResponse',
    start: [],
    text: (delta) => ({ type: 'text-delta', textDelta: delta }),
    end: [],
    finish: (reason) => ({
      type: 'finish',
      finishReason: reason,
      usage: { promptTokens: 3, completionTokens: WORDS.length },
    }),
    call: { rawCall: { rawPrompt: null, rawSettings: {} } },
  },
  5: {
    mock: 'MockLanguageModelV2',
    ui: 'pipeUIMessageStreamToResponse',
    finish: (reason) => ({
      type: 'finish',
      finishReason: reason,
      usage: { inputTokens: 3, outputTokens: WORDS.length, totalTokens: 3 + WORDS.length },
    }),
  },
  6: { mock: 'MockLanguageModelV3', ui: 'pipeUIMessageStreamToResponse', finish: finishWithRaw },
  7: { mock: 'MockLanguageModelV4', ui: 'pipeUIMessageStreamToResponse', finish: finishWithRaw },
};

function finishWithRaw(reason) {
  return {
    type: 'finish',
    finishReason: { unified: reason, raw: reason },
    usage: {
      inputTokens: { total: 3, noCache: 3, cacheRead: 0, cacheWrite: 0 },
      outputTokens: { total: WORDS.length, text: WORDS.length, reasoning: 0 },
    },
  };
}

function parts(major, wanted) {
  const of = {
    start: [{ type: 'stream-start', warnings: [] }, { type: 'text-start', id: '1' }],
    text: (delta) => ({ type: 'text-delta', id: '1', delta }),
    end: [{ type: 'text-end', id: '1' }],
    ...major,
  };
  const words = WORDS.slice(0, wanted.failsAfter ?? wanted.words ?? WORDS.length);
  const all = [...of.start, ...words.map((word) => of.text(word + ' '))];
  if (wanted.failsAfter !== undefined) {
    return [...all, { type: 'error', error: new Error('the model is overloaded') }];
  }
  return wanted.reason === null ? all : [...all, ...of.end, of.finish(wanted.reason)];
}

async function load(number) {
  try {
    return { ...(await import(`ai${number}`)), ...(await import(`ai${number}/test`)) };
  } catch (error) {
    console.error(`ai ${number} can't be loaded: ${error.message}`);
    return null;
  }
}

function model(sdk, major, wanted) {
  return new sdk[major.mock]({
    doStream: async () => {
      if (wanted.throws) {
        throw new Error('the model refuses the key');
      }
      return {
        stream: sdk.simulateReadableStream({
          chunks: parts(major, wanted),
          initialDelayInMs: PAUSE_MS,
          chunkDelayInMs: PAUSE_MS,
        }),
        ...major.call,
      };
    },
  });
}

/** Closes the connection once so many words have been written. */
function cut(response, words) {
  let writes = 0;
  const write = response.write.bind(response);
  response.write = (chunk, ...rest) => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    writes += WORDS.some((word) => text.includes(word)) ? 1 : 0;
    if (writes > words) {
      response.destroy();
      return false;
    }
    return write(chunk, ...rest);
  };
}

const loaded = {};
for (const number of Object.keys(MAJORS)) {
  loaded[number] = await load(number);
}

http
  .createServer((request, response) => {
    const [, number, stream, name] = request.url.split('/');
    const sdk = loaded[number];
    const method = stream === 'text' ? 'pipeTextStreamToResponse' : MAJORS[number]?.[stream];
    if (request.method !== 'POST' || !sdk || !method || !CASES[name]) {
      response.writeHead(404).end();
      return;
    }
    request.resume().on('end', () => {
      if (CASES[name].cutAfter) {
        cut(response, CASES[name].cutAfter);
      }
      sdk
        .streamText({
          model: model(sdk, MAJORS[number], CASES[name]),
          prompt: 'How do trains run?',
          maxRetries: 0,
          onError: () => {}, // the application's log
        })
        [method](response);
    });
  })
  .listen(0, '127.0.0.1', function () {
    const majors = Object.keys(loaded).filter((number) => loaded[number]);
    console.log(`port ${this.address().port} majors ${majors.join(' ')}`);
  });

process.on('unhandledRejection', () => {}); // of streams that were cut on purpose
