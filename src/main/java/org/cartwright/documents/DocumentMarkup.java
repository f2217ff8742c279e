package org.cartwright.documents;

import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.cartwright.documents.TableBlock.Alignment;
import org.cartwright.documents.TableBlock.Column;
import org.cartwright.documents.TotalsBlock.Sum;
import org.cartwright.documents.text.PrintableText;
import org.cartwright.documents.text.TextBudget;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Writes a document as a tree of elements. Texts become text nodes and attributes, never markup.
 */
final class DocumentMarkup {

  private final Document tree;
  private final List<Element> texts = new ArrayList<>();

  private DocumentMarkup(Document tree) {
    this.tree = tree;
  }

  static Document of(PrintedDocument document, String style) {
    try {
      Document tree =
          DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
      var markup = new DocumentMarkup(tree);
      markup.write(document, style);
      markup.makeRoom();
      return tree;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("The JDK's own parser is not there", e);
    }
  }

  private void write(PrintedDocument document, String style) {
    Element html = tree.createElement("html");
    html.setAttribute("lang", document.language().toLanguageTag());
    tree.appendChild(html);
    writeHead(html, document, style);
    Element body = child(html, "body", null);
    // First, because a footer is on all pages from where it stands in the text.
    if (document.footer() != null) {
      text(body, "div", "footer", document.footer());
    }
    writeLetterhead(body, document.letterhead());
    text(body, "h1", null, document.title());
    writeFacts(body, document.facts());
    for (DocumentPart part : document.parts()) {
      writePart(body, part);
    }
  }

  private void writeHead(Element html, PrintedDocument document, String style) {
    Element head = child(html, "head", null);
    String title = document.title() + " · " + document.letterhead().name();
    text(head, "title", null, title);
    Element subject = child(head, "meta", null);
    subject.setAttribute("name", "subject");
    subject.setAttribute("content", PrintableText.of(title));
    child(head, "style", null).setTextContent(style);
  }

  private void writeLetterhead(Element body, Letterhead letterhead) {
    Element head = child(body, "div", "letterhead");
    if (letterhead.logo() != null) {
      Element logo = child(head, "img", null);
      logo.setAttribute("src", letterhead.logo().asAddress());
      logo.setAttribute("alt", PrintableText.of(letterhead.name()));
    }
    text(head, "p", "name", letterhead.name());
    for (String line : letterhead.lines()) {
      text(head, "p", null, line);
    }
  }

  private void writeFacts(Element body, List<HeadingFact> facts) {
    if (facts.isEmpty()) {
      return;
    }
    Element rows = child(child(body, "table", "facts"), "tbody", null);
    for (HeadingFact fact : facts) {
      Element row = child(rows, "tr", null);
      rowHeading(row, fact.label());
      text(row, "td", null, fact.value());
    }
  }

  private void writePart(Element body, DocumentPart part) {
    if (part instanceof TableBlock table) {
      writeTable(body, table);
    } else if (part instanceof TotalsBlock sums) {
      writeSums(body, sums);
    } else if (part instanceof TextBlock note) {
      writeNote(body, note);
    }
  }

  private void writeTable(Element body, TableBlock table) {
    if (table.heading() != null) {
      text(body, "h2", null, table.heading());
    }
    int width = table.columns().stream().mapToInt(Column::share).sum();
    Element rows = child(body, "table", "rows");
    Element headings = child(child(rows, "thead", null), "tr", null);
    for (Column column : table.columns()) {
      Element heading = text(headings, "th", alignment(column), column.heading());
      heading.setAttribute("scope", "col");
      heading.setAttribute("style", "width: " + 100.0 * column.share() / width + "%");
    }
    Element cells = child(rows, "tbody", null);
    for (List<String> row : table.rows()) {
      Element line = child(cells, "tr", null);
      for (int i = 0; i < row.size(); i++) {
        text(line, "td", alignment(table.columns().get(i)), row.get(i));
      }
    }
  }

  private static @Nullable String alignment(Column column) {
    return column.alignment() == Alignment.RIGHT ? "figures" : null;
  }

  private void writeSums(Element body, TotalsBlock sums) {
    if (sums.sums().isEmpty()) {
      return;
    }
    Element table = child(child(body, "div", "sums"), "table", null);
    Element rows = child(table, "tbody", null);
    for (Sum sum : sums.sums()) {
      Element row = child(rows, "tr", sum.strong() ? "strong" : null);
      rowHeading(row, sum.label());
      text(row, "td", "figures", sum.value());
    }
  }

  private void writeNote(Element body, TextBlock note) {
    if (note.heading() != null) {
      text(body, "h2", null, note.heading());
    }
    text(body, "p", "note", note.text());
  }

  private void rowHeading(Element row, String label) {
    text(row, "th", null, label).setAttribute("scope", "row");
  }

  /** An element of nothing but the text, in the direction of the text's own first letter. */
  private Element text(Element parent, String name, @Nullable String kind, String text) {
    Element element = child(parent, name, kind);
    element.setAttribute("dir", "auto");
    element.setTextContent(PrintableText.of(text));
    texts.add(element);
    return element;
  }

  private void makeRoom() {
    var room = TextBudget.among(texts, text -> text.getTextContent().length());
    texts.forEach(text -> setText(text, room.fit(text.getTextContent())));
  }

  private void setText(Element element, String text) {
    var pieces = TextBudget.pieces(text);
    if (pieces.size() == 1) {
      element.setTextContent(text);
      return;
    }
    element.setTextContent(null);
    pieces.forEach(piece -> child(element, "span", null).setTextContent(piece));
  }

  private Element child(Element parent, String name, @Nullable String kind) {
    Element element = tree.createElement(name);
    if (kind != null) {
      element.setAttribute("class", kind);
    }
    parent.appendChild(element);
    return element;
  }
}
