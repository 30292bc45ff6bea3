/**
 * What a job came to, sent to a collector of OpenTelemetry: a span for each chat, and metrics.
 *
 * <p>May use: {@code auth}, {@code console}, {@code metric}, {@code reach}, {@code records}, {@code
 * result}, {@code run}, {@code text}, {@code tool}, {@code verdict}.
 */
package chatload.otlp;
