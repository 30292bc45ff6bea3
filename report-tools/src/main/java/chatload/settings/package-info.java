/**
 * Every setting, declared once, from flag, property, variable or default.
 *
 * <p>May use: {@code auth}, {@code conversation}, {@code files}, {@code metric}, {@code protocol},
 * {@code protocol.mapping}, {@code run}, {@code text}, {@code tool}, {@code words}.
 */
package chatload.settings;
