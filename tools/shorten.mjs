// What wasm-bindgen names its imports after (`__wbg_getBoundingClientRect_0a1b2c3d4e5f6071`) stands in the module and again
// in its glue, and hardly compresses. Here both get short names; that is 8 % of what is injected, and 3 % of the
// background and the panel.

/**
 * The module and its glue with short names of imports, and the glue without comments and indentation. `glueModule` is what
 * wasm-bindgen lets the imports come from.
 */
export function shorten(module, glue, glueModule) {
  const names = new Map();
  const short = (name) => {
    if (!names.has(name)) names.set(name, names.size.toString(36));
    return names.get(name);
  };
  const shorter = renameImports(module, (from, name) => [from === glueModule ? "w" : from, from === glueModule ? short(name) : name]);
  let text = glue.replaceAll(`"${glueModule}"`, '"w"');
  text = text.replace(/\b__wb\w+(?=: function)/g, (name) => (names.has(name) ? `"${names.get(name)}"` : name));
  return { module: shorter, glue: text.replace(/\/\*\*[\s\S]*?\*\//g, "").replace(/^\s+/gm, "") };
}

const importSection = 2;

function renameImports(module, rename) {
  const reader = new Reader(module);
  const parts = [reader.take(8)];
  while (!reader.atEnd) {
    const [id] = reader.take(1);
    const section = reader.take(reader.number());
    const content = id === importSection ? renamedSection(section, rename) : section;
    parts.push(Buffer.from([id]), number(content.length), content);
  }
  return Buffer.concat(parts);
}

function renamedSection(section, rename) {
  const reader = new Reader(section);
  const count = reader.number();
  const parts = [number(count)];
  for (let at = 0; at < count; at++) {
    const names = rename(reader.name(), reader.name());
    for (const name of names.map((name) => Buffer.from(name))) parts.push(number(name.length), name);
    parts.push(reader.importType());
  }
  return Buffer.concat(parts);
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

  limits() {
    const [flags] = this.take(1);
    this.number();
    if (flags & 1) this.number();
  }
}
