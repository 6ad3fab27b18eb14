package dev.adjoint.processor;

import dev.adjoint.processor.analyse.ActivityInfo;
import dev.adjoint.processor.debug.IrDump;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrPrinter;
import dev.adjoint.processor.ir.IrVerifier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Runs passes by name: dumps what each made, verifies it where asked to, and says which failed. */
final class PassRunner {
  private final IrDump dump;
  private final boolean isVerifying;

  PassRunner(IrDump dump, boolean isVerifying) {
    this.dump = dump;
    this.isVerifying = isVerifying;
  }

  /** A failure of ours, with the pass that it happened in. */
  static final class PassFailure extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String pass;

    PassFailure(String pass, Throwable cause) {
      super(cause);
      this.pass = pass;
    }

    String pass() {
      return pass;
    }
  }

  /** Runs a pass from function to function. */
  IrFunction run(String pass, IrFunction function, UnaryOperator<IrFunction> body) {
    return step(
        pass,
        function.id(),
        () -> {
          IrFunction result = body.apply(function);
          dump(pass, result);
          if (isVerifying) {
            IrVerifier.verify(result);
          }
          return result;
        });
  }

  /** Runs any step on behalf of a method. */
  <T> T step(String pass, FunctionId method, Supplier<T> body) {
    try {
      return body.get();
    } catch (PassFailure failure) {
      throw failure;
    } catch (RuntimeException | StackOverflowError failure) {
      dump.write(method, pass + " failed", failure.toString());
      throw new PassFailure(pass, failure);
    }
  }

  /** Writes down which values of a function are active. */
  ActivityInfo activity(IrFunction function, ActivityInfo activity) {
    if (dump.isOn()) {
      dump.write(function.id(), "activity", IrPrinter.print(function, activity::isActive));
    }
    return activity;
  }

  private void dump(String pass, IrFunction function) {
    if (dump.isOn()) {
      dump.write(function.id(), pass, IrPrinter.print(function));
    }
  }
}
