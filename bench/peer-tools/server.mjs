// An OpenAI-compatible server on 127.0.0.1 that streams replies well or in one of twenty wrong ways:
// POST /<case>/v1/chat/completions. GET …/v1/models names the one model. With a file as its argument
// it writes there, as JSON lines, when it read each request of the case "timed" and when it wrote
// the first text, in milliseconds of one clock. Prints its port.
import http from 'node:http';
import fs from 'node:fs';

const WORDS = 'Trains run on rails and that is all there is to say'.split(' ');
const PAUSE_MS = 5;
const journal = process.argv[2] ? fs.openSync(process.argv[2], 'a') : null;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const now = () => Number(process.hrtime.bigint()) / 1e6;
const event = (object) => `data: ${JSON.stringify(object)}\n\n`;
const chunk = (delta, finish = null, index = 0) =>
  event({
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'peer',
    choices: [{ index, delta, finish_reason: finish }],
  });
const ROLE = chunk({ role: 'assistant', content: '' });
const STOP = chunk({}, 'stop');
const USAGE = event({
  id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'peer', choices: [],
  usage: { prompt_tokens: 5, completion_tokens: WORDS.length, total_tokens: 5 + WORDS.length },
});
const DONE = 'data: [DONE]\n\n';
const words = (count = WORDS.length) => WORDS.slice(0, count).map((word) => chunk({ content: word + ' ' }));

/** What is sent, piece by piece; a function is called with the response. */
const CASES = {
  'good': [ROLE, ...words(), STOP, USAGE, DONE],
  'ends without a finish reason': [ROLE, ...words(6), DONE],
  'ends without anything': [ROLE, ...words(6)],
  'ends without [DONE]': [ROLE, ...words(), STOP],
  'connection closed in mid-stream': [ROLE, ...words(6), (response) => response.destroy()],
  'closed before any text': [ROLE, (response) => response.destroy()],
  'error event in mid-stream': [ROLE, ...words(3), event({ error: { message: 'out of memory', type: 'server_error' } }), DONE],
  'error event alone': [event({ error: { message: 'the model is overloaded', code: 429 } }), DONE],
  'error object of older servers': [ROLE, ...words(3), event({ object: 'error', message: 'engine died', code: 500 }), DONE],
  'event named error, without data': [ROLE, ...words(3), 'event: error\n: the engine died\n\n', DONE],
  'no text at all': [ROLE, STOP, USAGE, DONE],
  'white space alone': [ROLE, chunk({ content: '  \n' }), STOP, USAGE, DONE],
  'thoughts alone': [ROLE, chunk({ reasoning_content: 'hm' }), STOP, USAGE, DONE],
  'cut short, length': [ROLE, ...words(6), chunk({}, 'length'), USAGE, DONE],
  'held back by a filter': [ROLE, ...words(3), chunk({}, 'content_filter'), USAGE, DONE],
  'refusal': [ROLE, chunk({ refusal: "I can't help with that." }), STOP, USAGE, DONE],
  'tool call alone': [ROLE, chunk({ tool_calls: [{ index: 0, id: 'c', type: 'function', function: { name: 'look', arguments: '{}' } }] }), chunk({}, 'tool_calls'), USAGE, DONE],
  'an event that is no JSON': [ROLE, ...words(3), 'data: {"choices":[{"delta":{"content":"x\n\n', ...words(3), STOP, USAGE, DONE],
  'text after the end': [ROLE, ...words(), STOP, ...words(2), USAGE, DONE],
  'an HTML page with status 200': { type: 'text/html', pieces: ['<html><body>Sign in</body></html>'] },
  'hangs in mid-stream': [ROLE, ...words(3), () => sleep(600_000)],
};
const slug = (name) => name.replace(/[^a-z]+/gi, '-').toLowerCase();
const bySlug = Object.fromEntries(Object.entries(CASES).map(([name, sent]) => [slug(name), sent]));

async function timed(response, read) {
  response.write(ROLE);
  await sleep(100 + Math.random() * 400);
  for (const [at, word] of WORDS.entries()) {
    if (at === 0 && journal !== null) {
      const wrote = now();
      fs.writeSync(journal, JSON.stringify({ read, firstTextMs: wrote - read }) + '\n');
    }
    response.write(chunk({ content: word + ' ' }));
    await sleep(20);
  }
  response.end(STOP + USAGE + DONE);
}

http
  .createServer((request, response) => {
    const read = now();
    const name = request.url.split('/')[1];
    if (request.method === 'GET') {
      response.setHeader('content-type', 'application/json');
      const models = { object: 'list', data: [{ id: 'peer', object: 'model', created: 1, owned_by: 'x' }] };
      response.end(JSON.stringify(request.url.endsWith('/models') ? models : {}));
      return;
    }
    request.resume().on('end', async () => {
      const sent = name === 'timed' ? [] : bySlug[name];
      if (!sent) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, { 'content-type': sent.type ?? 'text/event-stream; charset=utf-8' });
      if (name === 'timed') {
        await timed(response, read);
        return;
      }
      for (const piece of sent.pieces ?? sent) {
        if (typeof piece === 'function') {
          await piece(response);
        } else {
          response.write(piece);
        }
        await sleep(PAUSE_MS);
      }
      response.end();
    });
  })
  .listen(Number(process.env.PORT ?? 0), '127.0.0.1', function () {
    console.log(`port ${this.address().port}`);
    Object.keys(CASES).forEach((one) => console.log(`${slug(one)}\t${one}`));
  });
