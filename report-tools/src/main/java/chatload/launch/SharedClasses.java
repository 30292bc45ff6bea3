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
 * Archives classes as Java has them in memory (class data sharing), which saves each process of a
 * job a good part of its start: those of the libraries for the processes that it starts, without
 * those of this project, so that it stays right while they change; and those of the command line's
 * jar for itself. Whether an archive fits, Java itself looks, and goes without it if not.
 */
public final class SharedClasses {

  private static final String MAIN_CLASS = "io.gatling.app.Gatling";

  private final Home home;
  private final Path directory;

  private SharedClasses(Home home, Path directory) {
    this.home = home;
    this.directory = directory;
  }

  /** Makes what is not there, or not of these classes, in the project's directory that is named. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Home home = new Home(Path.of(args[0]).toAbsolutePath());
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
    boolean isUpToDate = isUpToDate(home);
    if (!isUpToDate) {
      Files.deleteIfExists(home.sharedClasses());
    }
    Path loaded = directory.resolve("loaded");
    List<String> practice = new ArrayList<>(home.javaOptions());
    practice.addAll(
        List.of(
            "-XX:DumpLoadedClassList=" + loaded,
            "-D" + Setting.REPORT_DIR.property() + "=" + directory.resolve("report"),
            "-D" + Setting.SET.property() + "=smoke.requests=2",
            "-D" + Setting.WARM_UP_SECONDS.property() + "=1",
            MAIN_CLASS,
            "-s",
            SimulationProcess.simulationClass("smoke"),
            "-rf",
            directory.resolve("gatling").toString()));
    java(practice);
    archiveOwn();
    if (!isUpToDate) {
      archiveLibraries(loaded);
    }
  }

  private void archiveLibraries(Path loaded) throws IOException, InterruptedException {
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

  /** The classes that a report takes, for the command line; Java looks whether its jar is new. */
  private void archiveOwn() throws IOException, InterruptedException {
    Files.deleteIfExists(home.ownClasses());
    status(
        List.of(
            home.jvmOptions(),
            "-XX:ArchiveClassesAtExit=" + home.ownClasses(),
            "-jar",
            home.jar().toString(),
            "report",
            "--report-dir",
            directory.resolve("report").toString()));
  }

  private static void java(List<String> arguments) throws IOException, InterruptedException {
    int status = status(arguments);
    if (!SimulationProcess.isUsual(status)) {
      throw new IOException(arguments.get(0) + " … ended with " + status);
    }
  }

  private static int status(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    for (Setting setting : Setting.values()) {
      builder.environment().remove(setting.variable());
    }
    builder.environment().remove(ChildSettings.VARIABLE);
    JavaVariables.NAMES.forEach(builder.environment()::remove);
    return builder.start().waitFor();
  }
}
