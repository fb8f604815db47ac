/** Builders of container files, honest or not: what a hostile file claims is set apart from what it holds. */
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

export interface ZipPart {
  name: string;
  data: Uint8Array | string;
  stored?: boolean;
  encrypted?: boolean;
  /** Stated in place of the real size. */
  claimedSize?: number;
}

export function zip(parts: readonly ZipPart[]): Uint8Array {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const part of parts) {
    const data = typeof part.data === 'string' ? Buffer.from(part.data) : part.data;
    const packed = part.stored ? data : deflateRawSync(data, { level: 9 });
    const name = Buffer.from(part.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE((part.encrypted ? 1 : 0) | 0x0800, 2);
    fields.writeUInt16LE(part.stored ? 0 : 8, 4);
    fields.writeUInt32LE(0x21, 6);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.claimedSize ?? data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), fields, tail, name]),
    );
    locals.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

export const wordXml = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document ${W} ${MC}><w:body>${body}</w:body></w:document>`;

export const footnotesXml = (notes: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:footnotes ${W}>${notes}</w:footnotes>`;

export const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

export const RELATIONS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** A docx with the given body, and further parts. */
export function docx(body: string, more: readonly ZipPart[] = []): Uint8Array {
  return docxOf(wordXml(body), more);
}

export function docxOf(
  documentXml: string | Uint8Array,
  more: readonly ZipPart[] = [],
): Uint8Array {
  return zip([
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: '_rels/.rels', data: RELATIONS },
    { name: 'word/document.xml', data: documentXml },
    ...more,
  ]);
}

const OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"';

export const ofdEntry = `<?xml version="1.0"?><ofd:OFD ${OFD} Version="1.1"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`;

export const ofdDocument = (pages: number) =>
  `<?xml version="1.0"?><ofd:Document ${OFD}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>${Array.from({ length: pages }, (_, index) => `<ofd:Page ID="${index + 1}" BaseLoc="Pages/Page_${index}/Content.xml"/>`).join('')}</ofd:Pages></ofd:Document>`;

export const ofdPage = (content: string) =>
  `<?xml version="1.0"?><ofd:Page ${OFD}><ofd:Content><ofd:Layer>${content}</ofd:Layer></ofd:Content></ofd:Page>`;

/** One line of text at millimetres from the left and top, every character of one width. */
export const ofdLine = (x: number, y: number, text: string, size = 5) =>
  `<ofd:TextObject Boundary="${x} ${y} 160 ${size}" Size="${size}"><ofd:TextCode X="0" Y="${size}" DeltaX="g ${[...text].length - 1} ${size}">${text}</ofd:TextCode></ofd:TextObject>`;

export function ofd(pages: readonly string[], more: readonly ZipPart[] = []): Uint8Array {
  return zip([
    { name: 'OFD.xml', data: ofdEntry },
    { name: 'Doc_0/Document.xml', data: ofdDocument(pages.length) },
    ...pages.map((data, index) => ({ name: `Doc_0/Pages/Page_${index}/Content.xml`, data })),
    ...more,
  ]);
}

const SECTOR = 512;

/** An OLE compound file with the given streams, each padded to whole sectors. */
export function ole(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(streams);
  const sectors: Buffer[] = [];
  const chain: number[] = [];
  const add = (data: Uint8Array): number => {
    const first = sectors.length;
    const count = Math.max(1, Math.ceil(data.length / SECTOR));
    for (let index = 0; index < count; index += 1) {
      const sector = Buffer.alloc(SECTOR);
      sector.set(data.subarray(index * SECTOR, (index + 1) * SECTOR));
      sectors.push(sector);
      chain.push(index + 1 < count ? first + index + 1 : 0xfffffffe);
    }
    return first;
  };
  const entries = [directoryEntry('Root Entry', 5, 0xfffffffe, 0, names.length > 0 ? 1 : -1)];
  for (const [index, name] of names.entries()) {
    // Small streams live elsewhere: padded past 4,096 bytes they stay in ordinary sectors.
    const data = Buffer.concat([streams[name] ?? Buffer.alloc(0), Buffer.alloc(4096)]);
    const first = add(data);
    entries.push(
      directoryEntry(name, 2, first, data.length, index + 2 <= names.length ? index + 2 : -1),
    );
  }
  const directory = add(Buffer.concat(entries));
  const table = sectors.length;
  chain.push(0xfffffffd);
  const allocation = Buffer.alloc(SECTOR, 0xff);
  for (const [index, next] of chain.entries()) allocation.writeUInt32LE(next, index * 4);
  sectors.push(allocation);

  const header = Buffer.alloc(SECTOR);
  header.write('d0cf11e0a1b11ae1', 'hex');
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(directory, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(0xfffffffe, 60);
  header.writeUInt32LE(0xfffffffe, 68);
  header.fill(0xff, 76);
  header.writeUInt32LE(table, 76);
  return Buffer.concat([header, ...sectors]);
}

function directoryEntry(
  name: string,
  type: number,
  first: number,
  size: number,
  next: number,
): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, 'utf16le');
  entry.writeUInt16LE((name.length + 1) * 2, 64);
  entry.writeUInt8(type, 66);
  entry.writeUInt8(1, 67);
  entry.writeInt32LE(-1, 68);
  // The streams hang on one another to the right; the root holds the first.
  entry.writeInt32LE(type === 5 ? -1 : next, 72);
  entry.writeInt32LE(type === 5 ? next : -1, 76);
  entry.writeUInt32LE(first, 116);
  entry.writeUInt32LE(size, 120);
  return entry;
}

/** A pdf out of the bodies of its objects, numbered from 1; the first is the catalogue. */
export function pdf(objects: readonly (string | Uint8Array)[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let size = parts[0]?.length ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    size += part.length;
  };
  for (const [index, object] of objects.entries()) {
    offsets.push(size);
    add(Buffer.from(`${index + 1} 0 obj\n`));
    add(typeof object === 'string' ? Buffer.from(object, 'latin1') : Buffer.from(object));
    add(Buffer.from('\nendobj\n'));
  }
  const table = size;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  add(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${table}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

export function pdfStream(data: Uint8Array | string, dictionary = '', flate = false): Uint8Array {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
  const packed = flate ? deflateSync(bytes, { level: 9 }) : bytes;
  const filter = flate ? '/Filter/FlateDecode' : '';
  return Buffer.concat([
    Buffer.from(`<</Length ${packed.length}${filter}${dictionary}>>\nstream\n`),
    packed,
    Buffer.from('\nendstream'),
  ]);
}

/** One page of Latin text in a standard font, with anything in place of catalogue, page tree, page or content. */
export function simplePdf(
  replace: Partial<{
    catalog: string;
    pages: string;
    page: string;
    content: string | Uint8Array;
    font: string;
    more: (string | Uint8Array)[];
    trailer: string;
  }> = {},
): Uint8Array {
  return pdf(
    [
      replace.catalog ?? '<</Type/Catalog/Pages 2 0 R>>',
      replace.pages ?? '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      replace.page ??
        '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
      replace.content ?? pdfStream('BT /F1 16 Tf 72 720 Td (Report 2019 of the town) Tj ET'),
      replace.font ?? '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      ...(replace.more ?? []),
    ],
    replace.trailer,
  );
}
