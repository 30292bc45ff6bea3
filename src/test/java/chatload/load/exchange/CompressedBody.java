package chatload.load.exchange;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpContentDecompressor;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Notices a body, on HTTP/1.1, whose gzip or deflate has no end: whoever ended the response well
 * did so in the middle of a reply. What decompresses it says nothing of that. Of Brotli nothing is
 * noticed, nor of more than {@link #MOST} bytes.
 */
final class CompressedBody extends ChannelInboundHandlerAdapter {

  /** Compressed bytes that are kept until the end. */
  private static final int MOST = 1 << 20;

  /** The body ended in the middle of what is compressed. */
  static final class Cut extends IOException {
    private static final long serialVersionUID = 1;

    Cut() {
      super("the body ended in the middle of its compressed data");
    }
  }

  private String coding = "";
  private ByteArrayOutputStream body = new ByteArrayOutputStream();

  private CompressedBody() {}

  /** Puts it in front of what decompresses, if anything does. */
  static void watch(ChannelPipeline pipeline) {
    HttpContentDecompressor decompressor = pipeline.get(HttpContentDecompressor.class);
    if (decompressor != null) {
      String name = pipeline.context(decompressor).name();
      pipeline.addBefore(name, null, new CompressedBody());
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws IOException {
    if (message instanceof HttpResponse response) {
      coding = response.headers().get("content-encoding", "").strip().toLowerCase(Locale.ROOT);
      body = new ByteArrayOutputStream();
    }
    if (message instanceof HttpContent content && isWatched()) {
      ByteBuf bytes = content.content();
      bytes.getBytes(
          bytes.readerIndex(), body, Math.min(bytes.readableBytes(), MOST - body.size()));
    }
    if (message instanceof LastHttpContent last && isWatched() && isCut()) {
      context.fireChannelRead(new DefaultHttpContent(last.content()));
      context.fireExceptionCaught(new Cut());
    } else {
      context.fireChannelRead(message);
    }
  }

  private boolean isWatched() {
    return isGzip() || coding.equals("deflate") || coding.equals("x-deflate");
  }

  private boolean isGzip() {
    return coding.equals("gzip") || coding.equals("x-gzip");
  }

  private boolean isCut() {
    byte[] bytes = body.toByteArray();
    if (bytes.length == 0 || bytes.length == MOST) {
      return false;
    }
    try (InputStream in = decompressed(bytes)) {
      in.transferTo(OutputStream.nullOutputStream());
      return false;
    } catch (EOFException e) {
      return true;
    } catch (IOException e) {
      return false; // it is no such data, which the one that decompresses it says
    }
  }

  private InputStream decompressed(byte[] bytes) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    return isGzip()
        ? new GZIPInputStream(in)
        : new InflaterInputStream(in, new Inflater(!hasZlibHeader(bytes)));
  }

  /** RFC 1950; some servers send what is within it alone. */
  private static boolean hasZlibHeader(byte[] bytes) {
    return (bytes[0] & 0x0f) == 8
        && (bytes.length < 2 || ((bytes[0] & 0xff) << 8 | bytes[1] & 0xff) % 31 == 0);
  }
}
