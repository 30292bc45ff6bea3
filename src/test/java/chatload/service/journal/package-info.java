/**
 * When the embedded service read and wrote what: the truth to measure against.
 *
 * <p>May use: {@code files}, {@code run}, {@code service.fault}, {@code tool}.
 */
package chatload.service.journal;
