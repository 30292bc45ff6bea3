/**
 * Every setting, declared once, from flag, property, variable, gate file or default.
 *
 * <p>May use: {@code arrival}, {@code auth}, {@code conversation}, {@code files}, {@code gate},
 * {@code metric}, {@code protocol}, {@code protocol.mapping}, {@code reach}, {@code run}, {@code
 * text}, {@code tool}, {@code words}, {@code yaml}.
 */
package chatload.settings;
