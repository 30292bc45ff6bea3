/**
 * Several injectors, one verdict: what each of them left, whether it is one load, and the joined
 * evidence, which follows from theirs.
 *
 * <p>May use: {@code evidence}, {@code files}, {@code gatling}, {@code metric}, {@code preflight},
 * {@code records}, {@code run}, {@code tool}, {@code verdict}.
 */
package chatload.merge;
