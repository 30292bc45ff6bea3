/**
 * The embedded chat service: it listens, answers, and keeps a journal.
 *
 * <p>May use: {@code auth}, {@code files}, {@code service.fault}, {@code service.journal}, {@code
 * service.reply}, {@code text}, {@code tool}.
 */
package chatload.service;
