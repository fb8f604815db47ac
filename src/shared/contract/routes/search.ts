import { z } from 'zod';
import { route } from '../route.ts';
import {
  reportIdSchema,
  reportKindSchema,
  reportSummarySchema,
  sectionRoleSchema,
  spanSchema,
} from '../schemas/report.ts';

export const searchHitSchema = z.strictObject({
  documentId: reportIdSchema,
  /** Set when the hit stands in a note; start and end then count into the note. */
  annotationId: z.string().nullable(),
  where: z.enum(['body', 'title', 'note']),
  start: z.number().int(),
  end: z.number().int(),
  sectionPath: z.array(z.string()),
  role: sectionRoleSchema.nullable(),
  /** The sentence around the hit, cut from the original. */
  excerpt: z.string(),
  excerptStart: z.number().int(),
  /** Every highlight inside the excerpt, in offsets of the excerpt. */
  ranges: z.array(spanSchema),
  /** Why the hit stands where it does, in Chinese, the strongest reason first; may be empty. */
  reasons: z.array(z.string()),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

const year = z.number().int();
const wording = z.string().trim().min(1).max(40);

/** What decides which hits there are. Several values of one filter widen it, several filters narrow. */
const narrowing = {
  /** However long: what cannot be searched for is answered with a hint. */
  query: z.string().max(1_000_000),
  kinds: z.array(reportKindSchema).optional(),
  /** Names of places, at whatever level a report knows them. */
  localities: z.array(z.string().max(80)).optional(),
  /** A place with all below it, named from the top: 潍坊市, 诸城市. */
  places: z.array(z.array(z.string().max(80)).min(1).max(8)).optional(),
  /** 县内同级: the other places of the same level in the county (or city) of this one. */
  peersOf: z.array(z.string().max(80)).min(1).max(8).optional(),
  /** Reports that review or plan one of these years. */
  years: z.array(year).optional(),
  reviewYears: z.array(year).optional(),
  planYears: z.array(year).optional(),
  roles: z.array(sectionRoleSchema).optional(),
  topics: z.array(z.string().max(16)).optional(),
  /** 整数匹配: 1.87 does not find 11.87. */
  wholeNumbers: z.boolean().optional(),
  /** Other wordings that the person lets stand for a word of the query. */
  expansions: z
    .array(z.strictObject({ term: z.string().max(500), wordings: z.array(wording).max(40) }))
    .max(40)
    .optional(),
};
/** What stands over the hits of a report. */
export const searchedReportSchema = reportSummarySchema.pick({
  id: true,
  title: true,
  kind: true,
  metadata: true,
  place: true,
  town: true,
  conflict: true,
});
export type SearchedReport = z.infer<typeof searchedReportSchema>;

const narrowingSchema = z.strictObject(narrowing);
export type SearchNarrowing = z.infer<typeof narrowingSchema>;

/** The filters that a person can drop one by one. */
export const searchFilterSchema = z.enum([
  'places',
  'peersOf',
  'reviewYears',
  'planYears',
  'kinds',
  'roles',
  'topics',
  'wholeNumbers',
]);
export type SearchFilter = z.infer<typeof searchFilterSchema>;

const count = z.number().int();
const path = z.array(z.string());

/** Each count is what would be found with this value of the filter, all other filters as they are. */
export const searchFacetsSchema = z.strictObject({
  places: z.array(z.strictObject({ path, count })),
  reviewYears: z.array(z.strictObject({ value: year, count })),
  planYears: z.array(z.strictObject({ value: year, count })),
  kinds: z.array(z.strictObject({ value: reportKindSchema, count })),
  roles: z.array(z.strictObject({ value: sectionRoleSchema, count })),
  topics: z.array(z.strictObject({ value: z.string(), name: z.string(), count })),
  /** The person's own town as the settings name it, where the library has it. */
  home: path.nullable(),
  /** The places with most occurrences, 诸城市 昌城镇, and how many more there are. */
  towns: z.array(z.strictObject({ label: z.string(), count })),
  moreTowns: count,
  /** Towns by county with an annual report in which nothing is found, where no filter leaves any out. */
  silent: z.array(z.string()),
  /** Up to four reports with the most occurrences, to be laid side by side. */
  comparable: z.array(reportIdSchema),
});
export type SearchFacets = z.infer<typeof searchFacetsSchema>;

/** A search under a name, to be run again. */
export const savedSearchSchema = z.strictObject({
  id: z.string().max(64),
  name: z.string().trim().min(1).max(40),
  search: narrowingSchema,
});
export type SavedSearch = z.infer<typeof savedSearchSchema>;
const savedSearches = z.strictObject({ searches: z.array(savedSearchSchema) });

export const frequencySchema = z.strictObject({
  years: z.array(year.nullable()),
  towns: z.array(z.string().nullable()),
  /** By town, then by year; null where the library has no report of the two. */
  cells: z.array(z.array(z.strictObject({ count, documents: count }).nullable())),
  total: count,
});
export type Frequency = z.infer<typeof frequencySchema>;

const pair = z.strictObject({ term: wording, wording });

export const searchRoutes = {
  'search.run': route(
    z.strictObject({
      ...narrowing,
      limit: z.number().int().positive().max(100_000).default(50),
      /** List every occurrence by itself, in document order, instead of one hit a sentence. */
      allOffsets: z.boolean().default(false),
      /** What comes first among equals: own town and county, or the newest year. */
      first: z.enum(['home', 'newest']).default('home'),
      /** Wants the hits before the total is sure: of common words it is an estimate then. */
      pageFirst: z.boolean().default(false),
    }),
    z.strictObject({
      /** Counts occurrences. */
      total: count,
      /** How many reports hold them. */
      documents: count,
      /** False where `total` and `documents` are estimates, which `search.count` confirms. */
      exact: z.boolean(),
      elapsedMs: z.number(),
      /** What is odd about the query or its answer, in Chinese. */
      hint: z.string().nullable(),
      /** Occurrences in the reports that have hits on this page; empty while the total is an estimate. */
      groups: z.array(z.strictObject({ documentId: reportIdSchema, count })),
      hits: z.array(searchHitSchema),
      /** The reports of the hits. */
      reports: z.array(searchedReportSchema),
    }),
  ),
  /** The exact total, and occurrences in the reports that are named. */
  'search.count': route(
    z.strictObject({ ...narrowing, documentIds: z.array(reportIdSchema).max(2000) }),
    z.strictObject({
      total: count,
      documents: count,
      /** Reports that only their title finds: they come first, before a page that was not counted. */
      byTitle: count,
      groups: z.array(z.strictObject({ documentId: reportIdSchema, count })),
    }),
  ),
  /** Places of the library whose name, pinyin (changchengzhen) or initials (ccz) hold what was typed. */
  'search.places': route(
    z.strictObject({ typed: z.string().max(40) }),
    z.strictObject({ places: z.array(z.strictObject({ name: z.string(), path })) }),
  ),
  'search.facets': route(narrowingSchema, searchFacetsSchema),
  /** For a search without hits: what a change would find. Only changes that find something. */
  'search.waysOut': route(
    narrowingSchema,
    z.strictObject({
      without: z.array(z.strictObject({ filter: searchFilterSchema, total: count })),
      /** Without any filter; 0 where that finds nothing either, or there is none. */
      withoutAll: count,
      /** With fewer words; `everywhere` where that takes dropping the filters as well. */
      fewer: z.array(z.strictObject({ query: z.string(), total: count, everywhere: z.boolean() })),
      wordings: z.array(z.strictObject({ term: z.string(), wording: z.string(), total: count })),
    }),
  ),
  /** Other wordings of the query's words, each with its own occurrences under the same filters. */
  'search.synonyms': route(
    narrowingSchema,
    z.strictObject({
      chips: z.array(
        z.strictObject({
          /** The word as it is searched for. */
          term: z.string(),
          wording: z.string(),
          /** Added by the person, who may take it away again. */
          own: z.boolean(),
          count,
        }),
      ),
    }),
  ),
  'search.addSynonym': route(pair, z.strictObject({})),
  'search.removeSynonym': route(pair, z.strictObject({})),
  'search.frequency': route(narrowingSchema, frequencySchema),
  /** Null where the person cancelled. */
  'search.exportFrequency': route(
    narrowingSchema,
    z.strictObject({ fileName: z.string().nullable() }),
  ),
  'search.saved': route(z.strictObject({}), savedSearches),
  'search.save': route(savedSearchSchema.omit({ id: true }), savedSearches),
  'search.forget': route(z.strictObject({ id: z.string().max(64) }), savedSearches),
  /** 搜索自检: random passages of the library, searched for and compared with a reading of all texts. */
  'search.selfCheck': route(
    z.strictObject({}),
    z.strictObject({
      checked: count,
      disagreements: z.array(
        z.strictObject({ literal: z.string(), expected: count, found: count }),
      ),
      /** Texts that the index has kept too much or too little of. */
      damagedTexts: count,
      /** Reports that the index does not know at all. */
      missingReports: count,
    }),
  ),
  /** Writes the index anew from the documents; tells of its progress as task `search.rebuild`. */
  'search.rebuild': route(z.strictObject({}), z.strictObject({ documents: count })),
};
