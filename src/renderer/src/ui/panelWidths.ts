import { createContext } from 'react';

interface PanelWidths {
  /** Pixels by the id of a panel; those never resized are not in it. */
  known: Record<string, number>;
  keep: (id: string, width: number) => void;
}

/** The widths the person gave to side panels, from one start to the next. */
export const PanelWidthsContext = createContext<PanelWidths>({ known: {}, keep: () => {} });
