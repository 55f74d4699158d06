import AssayModel

/// The tables of the index: one for each relation that is not derived, made from its columns, and a few beside them.
///
/// Claims are kept in two tables, so that a scan over their facts does not read their texts.
package enum Schema {
  /// Counts changes in what is written into the tables; their form counts by itself.
  private static let revision: Int64 = 2

  /// Changes whenever an index made by another version cannot be used: FNV-1a of the statements
  /// that make it.
  package static let version: Int64 = (tables + indexes).utf8.reduce(revision) { hash, byte in
    (hash ^ Int64(byte)) &* 1_099_511_628_211
  }

  /// The SQL columns that keep a value of a type, with what follows the column's name.
  package static func parts(of type: ValueType) -> [(suffix: String, sqlType: String)] {
    switch type {
    case .text, .word, .list: [("", "TEXT")]
    case .number, .boolean, .reference: [("", "INTEGER")]
    case .date: [(".first", "INTEGER"), (".last", "INTEGER"), (".words", "TEXT")]
    case .figure:
      [(".low", "REAL"), (".high", "REAL"), (".bound", "INTEGER"), (".unit", "TEXT")]
    }
  }

  /// The columns of a relation that a table of it keeps; `file` is kept as the key of the file.
  package static func columns(
    of relation: RelationSpec, in storage: ColumnSpec.Storage
  ) -> [ColumnSpec] {
    relation.columns.filter { $0.storage == storage && $0.name != "file" }
  }

  /// The statements that make an empty index.
  package static var tables: String {
    let relations = RelationSpec.all.filter { !$0.isDerived }.map { relation in
      var columns = ["key INTEGER PRIMARY KEY", "file INTEGER NOT NULL"]
      if relation.kind == .claim { columns.append("hash INTEGER NOT NULL") }
      columns += columnDefinitions(of: relation, in: .row)
      var sql = "CREATE TABLE \"\(relation.name)\" (\(columns.joined(separator: ", ")));\n"
      let texts = columnDefinitions(of: relation, in: .text)
      if !texts.isEmpty {
        let columns = ["key INTEGER PRIMARY KEY"] + texts
        sql += "CREATE TABLE \"\(relation.name)_text\" (\(columns.joined(separator: ", ")));\n"
      }
      return sql
    }
    return relations.joined() + besides
  }

  private static func columnDefinitions(
    of relation: RelationSpec, in storage: ColumnSpec.Storage
  ) -> [String] {
    columns(of: relation, in: storage).flatMap { column in
      parts(of: column.type).map { "\"\(column.name)\($0.suffix)\" \($0.sqlType)" }
    }
  }

  /// What records say several times, and what the index knows of the files.
  private static let besides = """
    CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
    CREATE TABLE files (
      key INTEGER PRIMARY KEY, path TEXT UNIQUE, stamp TEXT, digest TEXT, uses TEXT,
      is_document INTEGER);
    CREATE TABLE shapes (kind INTEGER, key INTEGER, shape TEXT, PRIMARY KEY (kind, key))
      WITHOUT ROWID;
    CREATE TABLE rates (source TEXT, target TEXT, factor REAL, first INTEGER, last INTEGER);
    CREATE TABLE names (kind INTEGER, word TEXT, place INTEGER, id TEXT);
    CREATE TABLE aliases (entity INTEGER, name TEXT);
    CREATE TABLE parts (part INTEGER, whole INTEGER);
    CREATE TABLE derivations (source INTEGER, origin INTEGER, how TEXT);
    CREATE TABLE options (question INTEGER, position INTEGER, answer TEXT, text TEXT);
    CREATE TABLE answers (claim INTEGER, question INTEGER, answer TEXT, stance TEXT);
    CREATE TABLE topics (claim INTEGER, entity INTEGER);
    CREATE TABLE chains (claim INTEGER, position INTEGER, entity INTEGER);
    CREATE TABLE qualifiers (
      claim INTEGER, predicate INTEGER, object INTEGER,
      low REAL, high REAL, bound INTEGER, unit TEXT,
      first INTEGER, last INTEGER, words TEXT, text TEXT);
    CREATE VIRTUAL TABLE claims_words USING fts5(
      words, content='', tokenize='ascii', detail='none', columnsize=0);

    """

  /// Settings of the word index for many claims at once: large pieces, which are not merged.
  package static let bulkLoading = """
    INSERT INTO claims_words (claims_words, rank) VALUES ('hashsize', 33554432);
    INSERT INTO claims_words (claims_words, rank) VALUES ('automerge', 0);
    INSERT INTO claims_words (claims_words, rank) VALUES ('crisismerge', 64);
    """

  /// The settings that single claims are added with.
  package static let afterBulkLoading = """
    INSERT INTO claims_words (claims_words, rank) VALUES ('hashsize', 1048576);
    INSERT INTO claims_words (claims_words, rank) VALUES ('automerge', 4);
    INSERT INTO claims_words (claims_words, rank) VALUES ('crisismerge', 16);
    """

  /// The indexes, made after the rows because that is faster.
  package static let indexes = """
    CREATE UNIQUE INDEX sources_id ON sources(id);
    CREATE UNIQUE INDEX entities_id ON entities(id);
    CREATE UNIQUE INDEX predicates_id ON predicates(id);
    CREATE UNIQUE INDEX questions_id ON questions(id);
    CREATE UNIQUE INDEX claims_id ON claims(id);
    CREATE UNIQUE INDEX links_id ON links(id);
    CREATE UNIQUE INDEX judgements_id ON judgements(id);
    CREATE UNIQUE INDEX documents_id ON documents(id);
    CREATE INDEX sources_file ON sources(file);
    CREATE INDEX entities_file ON entities(file);
    CREATE INDEX claims_file ON claims(file);
    CREATE INDEX claims_source ON claims(source, mode, "when.first", "when.last");
    CREATE INDEX claims_subject ON claims(subject, predicate, object);
    CREATE INDEX claims_object ON claims(object) WHERE object IS NOT NULL;
    CREATE INDEX claims_predicate ON claims(
      predicate, "value.unit", "value.low", "value.high", "value.bound");
    CREATE INDEX claims_when ON claims("when.first", "when.last", source);
    CREATE INDEX claims_speaker ON claims(speaker) WHERE speaker IS NOT NULL;
    CREATE INDEX claims_place ON claims(place) WHERE place IS NOT NULL;
    CREATE INDEX passages_source ON passages(source, paragraph, sentence);
    CREATE INDEX names_word ON names(kind, word, place, id);
    CREATE INDEX aliases_entity ON aliases(entity);
    CREATE INDEX parts_whole ON parts(whole, part);
    CREATE INDEX derivations_source ON derivations(source);
    CREATE INDEX options_question ON options(question);
    CREATE INDEX answers_question ON answers(question, claim);
    CREATE INDEX answers_claim ON answers(claim);
    CREATE INDEX topics_entity ON topics(entity, claim);
    CREATE INDEX topics_claim ON topics(claim);
    CREATE INDEX chains_claim ON chains(claim);
    CREATE INDEX qualifiers_claim ON qualifiers(claim);
    CREATE INDEX qualifiers_object ON qualifiers(object) WHERE object IS NOT NULL;

    """
}
