// Generated from Rust by `cargo xtask bindings`: a change here is lost.

/**
 * A set of measures for works of a form.
 */
export type CriteriaSet = { 
/**
 * «Рабочая программа»
 */
title: string, 
/**
 * The form of a work for which it is meant, as the field proposes it.
 */
form: string, 
/**
 * The measures, in order.
 */
criteria: Array<string>, };
