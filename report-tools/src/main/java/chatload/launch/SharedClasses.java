package chatload.launch;

import chatload.settings.ChildSettings;
import chatload.settings.Setting;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Archives the libraries' classes as Java has them in memory (class data sharing), which saves each
 * process of a job a good part of its start. The archive holds no class of this project, so it
 * stays right while that changes; whether it fits libraries and Java, Java itself looks, and goes
 * without it if not.
 */
public final class SharedClasses {

  private final Home home;
  private final Path directory;

  private SharedClasses(Home home, Path directory) {
    this.home = home;
    this.directory = directory;
  }

  /** Makes the archive of the project's directory that is named, unless it has one. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Home home = new Home(Path.of(args[0]).toAbsolutePath());
    if (isUpToDate(home)) {
      return;
    }
    Path directory = Files.createTempDirectory("shared-classes");
    try {
      new SharedClasses(home, directory).make();
    } finally {
      try (Stream<Path> files = Files.walk(directory)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  /** Whether it was made of these libraries. */
  private static boolean isUpToDate(Home home) throws IOException {
    return Files.exists(home.sharedClasses())
        && Files.exists(madeOf(home))
        && Files.readString(madeOf(home)).equals(home.libraries());
  }

  private static Path madeOf(Home home) {
    Path archive = home.sharedClasses();
    return archive.resolveSibling(archive.getFileName() + ".classpath");
  }

  private void make() throws IOException, InterruptedException {
    Files.deleteIfExists(home.sharedClasses());
    Path loaded = directory.resolve("loaded");
    List<String> practice = new ArrayList<>(home.javaOptions());
    practice.addAll(
        List.of(
            "-XX:DumpLoadedClassList=" + loaded,
            "-D" + Setting.REPORT_DIR.property() + "=" + directory.resolve("report"),
            "-D" + Setting.SET.property() + "=smoke.requests=2",
            "-D" + Setting.WARM_UP_SECONDS.property() + "=1",
            SimulationProcess.MAIN_CLASS,
            "-s",
            SimulationProcess.simulationClass("smoke"),
            "-rf",
            directory.resolve("gatling").toString()));
    java(practice);
    Path list = directory.resolve("libraries");
    try (Stream<String> lines = Files.lines(loaded)) {
      Files.write(list, lines.filter(line -> !line.contains("chatload")).toList());
    }
    // Beside its place, so that it appears there as a whole.
    Path archive = home.sharedClasses().resolveSibling(directory.getFileName() + ".jsa");
    try {
      java(
          List.of(
              "-Xshare:dump",
              "-XX:SharedClassListFile=" + list,
              "-XX:SharedArchiveFile=" + archive,
              "-cp",
              home.libraries()));
      Files.writeString(madeOf(home), home.libraries());
      Files.move(archive, home.sharedClasses(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(archive);
    }
  }

  private static void java(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    for (Setting setting : Setting.values()) {
      builder.environment().remove(setting.variable());
    }
    builder.environment().remove(ChildSettings.VARIABLE);
    JavaVariables.NAMES.forEach(builder.environment()::remove);
    int status = builder.start().waitFor();
    if (!SimulationProcess.isUsual(status)) {
      throw new IOException(command.get(1) + " … ended with " + status);
    }
  }
}
