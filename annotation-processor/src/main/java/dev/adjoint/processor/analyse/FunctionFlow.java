package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.Value;
import java.util.Set;

/**
 * What becomes of the values of a function, given which inputs and outputs matter.
 *
 * @param graph which number is made from which
 * @param varied values that the inputs' derivatives reach
 * @param influential values from which an output is computed, with or without a derivative
 * @param decisive values on which an output depends in any way, as a condition or an index too
 * @param explained parameters whose argument something was said about at the call, and results of
 *     calls that something is said about in the callee
 */
record FunctionFlow(
    FlowGraph graph,
    Set<Value> varied,
    Set<Value> influential,
    Set<Value> decisive,
    Set<Value> explained) {

  boolean isVaried(Value value) {
    return varied.contains(value);
  }

  boolean isInfluential(Value value) {
    return influential.contains(value);
  }

  boolean isDecisive(Value value) {
    return decisive.contains(value);
  }
}
