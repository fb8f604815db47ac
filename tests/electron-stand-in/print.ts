import type { PrintToPDFOptions } from 'electron';
import type { Protocol } from './chromium.ts';

/** Paper sizes in inches, as Electron names them. */
const PAPER: Record<string, { width: number; height: number }> = {
  A0: { width: 33.1, height: 46.8 },
  A1: { width: 23.4, height: 33.1 },
  A2: { width: 16.54, height: 23.4 },
  A3: { width: 11.7, height: 16.54 },
  A4: { width: 8.27, height: 11.7 },
  A5: { width: 5.83, height: 8.27 },
  A6: { width: 4.13, height: 5.83 },
  Letter: { width: 8.5, height: 11 },
  Legal: { width: 8.5, height: 14 },
  Tabloid: { width: 11, height: 17 },
  Ledger: { width: 17, height: 11 },
};

/** Electron's printing options in the words of Chromium's own command. */
export function toPrintCommand(options: PrintToPDFOptions): Protocol.Page.printToPDFParameters {
  const { pageSize = 'Letter', margins = {}, ...shared } = options;
  const paper = typeof pageSize === 'string' ? PAPER[pageSize] : pageSize;
  if (!paper) throw new Error(`Invalid pageSize ${pageSize}`);
  const command = {
    ...shared,
    paperWidth: paper.width,
    paperHeight: paper.height,
    marginTop: margins.top,
    marginBottom: margins.bottom,
    marginLeft: margins.left,
    marginRight: margins.right,
  };
  return Object.fromEntries(Object.entries(command).filter(([, value]) => value !== undefined));
}
