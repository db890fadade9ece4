/** The largest file that is opened, in bytes. A one-page statement with fonts embedded stays under 1 MB. */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;

/** The longest text that is reviewed, in characters: over three times what ERAS accepts. */
export const MAX_CHARACTERS = 100_000;

/** What all parts of a .docx may unpack to, in bytes, pictures included. */
export const MAX_UNPACKED_BYTES = 24 * 1024 * 1024;

/** What one XML part of a .docx may unpack to, in bytes. */
export const MAX_XML_BYTES = 3 * 1024 * 1024;

/** Pages of a .pdf that are read. */
export const MAX_PAGES = 20;

/** How long a parser may take, in milliseconds. */
export const PARSE_DEADLINE_MS = 3_500;
/** How much heap a parser may use, and how much memory its whole process, in MB. */
export const PARSE_HEAP_MB = 96;
export const PARSE_MEMORY_MB = 145;
