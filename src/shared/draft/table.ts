/** A table for paper: the same for the spreadsheet, the Word file and the PDF. */
export interface PaperTable {
  title: string;
  /** One line under the title, for whoever fills it in. */
  note: string;
  /** Each with its share of the width, in characters. */
  heads: readonly { name: string; width: number }[];
  rows: readonly (readonly string[])[];
}
