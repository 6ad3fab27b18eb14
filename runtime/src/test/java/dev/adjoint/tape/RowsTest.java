package dev.adjoint.tape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RowsTest {
  private static final double[][] RAGGED = {{1, 2}, null, {}, {3}};

  @Test
  void copiesShareNothing() {
    double[][] copy = Rows.copy(RAGGED);
    assertArrayEquals(RAGGED, copy);
    assertNotSame(RAGGED[0], copy[0]);
    double[][][] cube = Rows.copy(new double[][][] {RAGGED, null});
    assertNotSame(RAGGED[3], cube[0][3]);
    assertNull(cube[1]);
  }

  @Test
  void everyTypeOfNumberIsCopied() {
    assertArrayEquals(new int[][] {{1}, null}, Rows.copy(new int[][] {{1}, null}));
    assertArrayEquals(new long[][] {{1}}, Rows.copy(new long[][] {{1}}));
    assertArrayEquals(new boolean[][] {{true}}, Rows.copy(new boolean[][] {{true}}));
    assertArrayEquals(new float[][] {{1}}, Rows.copy(new float[][] {{1}}));
    assertArrayEquals(new short[][] {{1}}, Rows.copy(new short[][] {{1}}));
    assertArrayEquals(new byte[][] {{1}}, Rows.copy(new byte[][] {{1}}));
    assertArrayEquals(new char[][] {{'a'}}, Rows.copy(new char[][] {{'a'}}));
  }

  @Test
  void whatIsMissingStaysMissing() {
    assertNull(Rows.copyIfAny((double[]) null));
    assertNull(Rows.zerosLike((double[][]) null));
    assertThrows(NullPointerException.class, () -> Rows.copy((double[][]) null));
  }

  @Test
  void zerosHaveTheShape() {
    assertArrayEquals(new double[][] {{0, 0}, null, {}, {0}}, Rows.zerosLike(RAGGED));
    assertArrayEquals(new float[][] {{0}}, Rows.zerosLike(new float[][] {{5}}));
  }

  @Test
  void sumsAreElementwise() {
    double[][] sum = {{1, 1}, null, {}, {1}};
    Rows.add(sum, RAGGED);
    assertArrayEquals(new double[][] {{2, 3}, null, {}, {4}}, sum);
    float[] floats = {1};
    Rows.add(floats, new float[] {2});
    Rows.add(floats, null);
    assertEquals(3, floats[0]);
  }

  @Test
  void shapesAreMadeAgain() {
    assertEquals(-1, Rows.length((double[]) null));
    assertNull(Rows.doubles(-1));
    assertEquals(2, Rows.floats(Rows.length(new float[2])).length);
    assertArrayEquals(Rows.zerosLike(RAGGED), Rows.doubles(Rows.lengths(RAGGED)));
    float[][] floats = {{1}, null};
    assertArrayEquals(Rows.zerosLike(floats), Rows.floats(Rows.lengths(floats)));
    assertNull(Rows.doubles(Rows.lengths((double[][]) null)));
    assertNull(Rows.floats(Rows.lengths((float[][]) null)));
  }
}
