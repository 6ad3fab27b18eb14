package dev.adjoint.processor;

import dev.adjoint.processor.analyse.OverwrittenArguments;
import dev.adjoint.processor.bind.BoundProgram;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.lower.EffectSummaries;
import java.util.List;
import java.util.Map;

/**
 * The clean primals of a compilation, and what is found out about all of them at once.
 *
 * @param functions the primals of annotated methods and of what these call
 * @param overwritten which of their array arguments callers write into later
 * @param effects what they do to their arguments
 * @param exceptions the checked exceptions that they declare
 */
record PrimalProgram(
    BoundProgram bound,
    Map<FunctionId, IrFunction> functions,
    OverwrittenArguments overwritten,
    EffectSummaries effects,
    Map<FunctionId, List<String>> exceptions) {}
