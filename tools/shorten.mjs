// What wasm-bindgen names its imports after (`__wbg_getBoundingClientRect_0a1b2c3d4e5f6071`) stands in the module and again
// in its glue, and hardly compresses; so do its names of the exports that call closures. Here all get short names, and what tells
// only of the tools that made the module is left out; that is 8 % of what is injected, and 3 % of the background and the panel.

/**
 * The module and its glue with short names of imports and closures, and the glue without comments and indentation. `glueModule` is what
 * wasm-bindgen lets the imports come from.
 */
export function shorten(module, glue, glueModule) {
  const [imports, closures] = [new ShortNames(""), new ShortNames("c")];
  const shorter = rewritten(module, {
    [importSection]: renamedImports((from, name) => (from === glueModule ? ["w", imports.of(name)] : [from, name])),
    [exportSection]: renamedExports((name) => (name.startsWith("wasm_bindgen_") ? closures.of(name) : name)),
    [customSection]: () => null,
  });
  let text = glue.replaceAll(`"${glueModule}"`, '"w"');
  text = text.replace(/\b__wb\w+(?=: function)/g, (name) => (imports.known.has(name) ? `"${imports.of(name)}"` : name));
  text = text.replace(/\bwasm_bindgen_\w+/g, (name) => (closures.known.has(name) ? closures.of(name) : name));
  return { module: shorter, glue: text.replace(/\/\*\*[\s\S]*?\*\//g, "").replace(/^\s+/gm, "") };
}

class ShortNames {
  constructor(prefix) {
    this.prefix = prefix;
    this.known = new Map();
  }

  of(name) {
    if (!this.known.has(name)) this.known.set(name, this.prefix + this.known.size.toString(36));
    return this.known.get(name);
  }
}

const [customSection, importSection, exportSection] = [0, 2, 7];

/** The module, each of its sections rewritten by the rule for its kind; none is left where the rule answers none. */
function rewritten(module, rules) {
  const reader = new Reader(module);
  const parts = [reader.take(8)];
  while (!reader.atEnd) {
    const [id] = reader.take(1);
    const section = reader.take(reader.number());
    const content = rules[id] ? rules[id](section) : section;
    if (content) parts.push(Buffer.from([id]), number(content.length), content);
  }
  return Buffer.concat(parts);
}

const renamedImports = (rename) => renamed((reader) => [rename(reader.name(), reader.name()), reader.importType()]);
const renamedExports = (rename) => renamed((reader) => [[rename(reader.name())], reader.exported()]);

/** A section that is a list of names, each with what it stands for, as `read` takes them from it. */
function renamed(read) {
  return (section) => {
    const reader = new Reader(section);
    const count = reader.number();
    const parts = [number(count)];
    for (let at = 0; at < count; at++) {
      const [names, meaning] = read(reader);
      for (const name of names.map((name) => Buffer.from(name))) parts.push(number(name.length), name);
      parts.push(meaning);
    }
    return Buffer.concat(parts);
  };
}

/** An unsigned number as WebAssembly writes it (LEB128). */
function number(value) {
  const bytes = [];
  do {
    const low = value & 0x7f;
    value >>>= 7;
    bytes.push(value > 0 ? low | 0x80 : low);
  } while (value > 0);
  return Buffer.from(bytes);
}

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  get atEnd() {
    return this.at >= this.bytes.length;
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const [byte] = this.take(1);
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  name() {
    return this.take(this.number()).toString("utf8");
  }

  /** What kind of thing is imported, as it stands: function, table, memory, global or tag. */
  importType() {
    const from = this.at;
    const [kind] = this.take(1);
    if (kind === 1) this.take(1);
    if (kind === 1 || kind === 2) this.limits();
    else if (kind === 3) this.take(2);
    else {
      if (kind === 4) this.take(1);
      this.number();
    }
    return this.bytes.subarray(from, this.at);
  }

  /** What is exported, as it stands: its kind and its number. */
  exported() {
    const from = this.at;
    this.take(1);
    this.number();
    return this.bytes.subarray(from, this.at);
  }

  limits() {
    const [flags] = this.take(1);
    this.number();
    if (flags & 1) this.number();
  }
}
