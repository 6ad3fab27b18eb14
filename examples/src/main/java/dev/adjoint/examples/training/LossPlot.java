package dev.adjoint.examples.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Curves of the loss over the steps, one a name, as a picture. */
record LossPlot(Map<String, double[]> curves) {

  /** Writes the picture as a PNG file in an existing folder; needs no display. */
  void write(Path file) {
    System.setProperty("java.awt.headless", "true");
    XYChart chart =
        new XYChartBuilder()
            .width(800)
            .height(500)
            .title("Loss of the classifier")
            .xAxisTitle("step")
            .yAxisTitle("cross entropy")
            .build();
    curves.forEach((name, losses) -> chart.addSeries(name, losses).setMarker(SeriesMarkers.NONE));
    try {
      ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
