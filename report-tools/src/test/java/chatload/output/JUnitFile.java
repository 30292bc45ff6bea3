package chatload.output;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.verdict.Verdict.Status;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/**
 * A JUnit file, held against the rules by which Jenkins' xUnit plug-in takes one. They are written
 * down here anew, after jenkinsci/xunit-plugin at 031e285ef3b6,
 * src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd; the schema itself is
 * no part of this project.
 */
final class JUnitFile {

  /** Of each element that we use: attributes that it must have, that it may have, and children. */
  private record Rule(Set<String> required, Set<String> allowed, Set<String> children) {}

  private static final Map<String, Rule> RULES =
      Map.of(
          "testsuites",
          new Rule(
              Set.of(), Set.of("name", "time", "tests", "failures", "errors"), Set.of("testsuite")),
          "testsuite",
          new Rule(
              Set.of("name", "tests", "failures", "errors"),
              Set.of(
                  "group",
                  "time",
                  "skipped",
                  "timestamp",
                  "hostname",
                  "id",
                  "package",
                  "file",
                  "log",
                  "url"),
              Set.of("testsuite", "properties", "testcase", "system-out", "system-err")),
          "properties",
          new Rule(Set.of(), Set.of(), Set.of("property")),
          "property",
          new Rule(Set.of("name", "value"), Set.of(), Set.of()),
          "testcase",
          new Rule(
              Set.of("name"),
              Set.of("time", "classname", "group"),
              Set.of("skipped", "error", "failure", "system-out", "system-err")),
          "failure",
          new Rule(Set.of(), Set.of("type", "message"), Set.of()),
          "error",
          new Rule(Set.of(), Set.of("type", "message"), Set.of()));

  /** Elements that hold text. */
  private static final Set<String> MIXED = Set.of("failure", "error");

  private static final String TIME = "(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\\.[0-9]*)?";

  private final Element root;

  private JUnitFile(Element root) {
    this.root = root;
  }

  /** Fails unless it is well-formed and keeps every rule. */
  static JUnitFile parse(String xml) {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(new Strict());
      Element root = builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
      assertThat(root.getTagName()).isEqualTo("testsuites");
      require(root);
      return new JUnitFile(root);
    } catch (Exception e) {
      throw new AssertionError(xml, e);
    }
  }

  private static void require(Element element) {
    String name = element.getTagName();
    Rule rule = RULES.get(name);
    assertThat(rule).as(name).isNotNull();
    for (String attribute : rule.required()) {
      assertThat(element.hasAttribute(attribute)).as(name + " " + attribute).isTrue();
    }
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      String attribute = element.getAttributes().item(i).getNodeName();
      assertThat(rule.required().contains(attribute) || rule.allowed().contains(attribute))
          .as(name + " " + attribute)
          .isTrue();
    }
    if (element.hasAttribute("time") && !name.equals("testcase")) {
      assertThat(element.getAttribute("time")).matches(TIME);
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        assertThat(rule.children()).as(name).contains(inner.getTagName());
        require(inner);
      } else if (!MIXED.contains(name)) {
        assertThat(child.getTextContent()).as(name).isBlank();
      }
    }
  }

  /** What its cases say of the job, as its document tells how to read it. */
  Status status() {
    if (status("chatload.job") == Status.INCONCLUSIVE) {
      return Status.INCONCLUSIVE;
    }
    return status(cases());
  }

  /** What the cases of one suite say. */
  Status status(String suite) {
    List<Element> cases =
        cases().stream().filter(one -> one.getAttribute("classname").equals(suite)).toList();
    assertThat(cases).as(suite).isNotEmpty();
    return status(cases);
  }

  private static Status status(List<Element> cases) {
    if (cases.stream().anyMatch(one -> has(one, "failure"))) {
      return Status.FAIL;
    }
    return cases.stream().anyMatch(one -> has(one, "error")) ? Status.INCONCLUSIVE : Status.PASS;
  }

  /** A count at the root, which must be that of the suites together, and of the cases. */
  int count(String what) {
    int sum = 0;
    for (Element suite : all("testsuite")) {
      sum += Integer.parseInt(suite.getAttribute(what));
    }
    assertThat(root.getAttribute(what)).isEqualTo(Integer.toString(sum));
    String element = what.substring(0, what.length() - 1);
    assertThat(cases().stream().filter(one -> has(one, element)).count()).isEqualTo(sum);
    return sum;
  }

  List<Element> cases() {
    return all("testcase");
  }

  /** Every text in it: values of attributes, and what stands between elements. */
  String texts() {
    StringBuilder texts = new StringBuilder(root.getTextContent());
    for (Element element : all("*")) {
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        texts.append('\n').append(element.getAttributes().item(i).getNodeValue());
      }
    }
    return texts.toString();
  }

  private static boolean has(Element one, String child) {
    return one.getElementsByTagName(child).getLength() > 0;
  }

  private List<Element> all(String name) {
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < root.getElementsByTagName(name).getLength(); i++) {
      all.add((Element) root.getElementsByTagName(name).item(i));
    }
    return all;
  }

  /** Neither prints nor goes on. */
  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) throws SAXParseException {
      throw e;
    }

    @Override
    public void error(SAXParseException e) throws SAXParseException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXParseException {
      throw e;
    }
  }
}
