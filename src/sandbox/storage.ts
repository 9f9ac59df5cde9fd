/** The sandbox's memory across restarts: one JSON line for each thing that happened, replayed at the start. */
import * as z from 'zod'

/** Append-only lines. `rewrite` (optional) replaces them all, so that the log does not grow for ever. */
export interface CampusStorage {
  load(): readonly string[]
  append(line: string): void
  rewrite?(lines: readonly string[]): void
}

const messageSchema = z.object({
  messageId: z.string(),
  chatId: z.string(),
  openId: z.string(),
  from: z.enum(['bot', 'person']),
  type: z.enum(['text', 'post', 'interactive', 'image', 'file']),
  content: z.string(),
  createdAt: z.number(),
  updatedAt: z.number(),
  recalled: z.boolean(),
  changes: z.number(),
  uuid: z.string().optional(),
  parentId: z.string().optional(),
  rootId: z.string().optional(),
})

const personSchema = z.object({
  openId: z.string(),
  unionId: z.string(),
  name: z.string(),
  title: z.string(),
  unit: z.string(),
  alsoIn: z.array(z.string()).exactOptional(),
  employeeNo: z.string(),
  mobile: z.string(),
  email: z.string(),
})

const entrySchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('message'), message: messageSchema }),
  z.object({
    what: z.literal('changed'),
    messageId: z.string(),
    content: z.string(),
    at: z.number(),
  }),
  z.object({ what: z.literal('recalled'), messageId: z.string(), at: z.number() }),
  z.object({ what: z.literal('read'), openId: z.string() }),
  z.object({ what: z.literal('unread'), openId: z.string(), count: z.number() }),
  z.object({
    what: z.literal('file'),
    key: z.string(),
    name: z.string(),
    type: z.enum(['image', 'file']),
    base64: z.string(),
  }),
  z.object({ what: z.literal('clock'), days: z.number() }),
  z.object({
    what: z.literal('person'),
    person: personSchema,
    standing: z.enum(['active', 'unactivated', 'frozen', 'resigned']),
  }),
  z.object({
    what: z.literal('due'),
    eventId: z.string(),
    body: z.string(),
    tries: z.number(),
    dueAt: z.number(),
  }),
  z.object({ what: z.literal('settled'), eventId: z.string() }),
])

/** One thing that happened. Times in ms of the sandbox's clock. */
export type Entry = z.infer<typeof entrySchema>
/** A message with what only the platform knows of it: its uuid, how often it changed, what it answers. */
export type StoredMessage = Readonly<z.infer<typeof messageSchema>>

export interface Journal {
  entries(): readonly Entry[]
  record(entry: Entry): void
  compact(entries: readonly Entry[]): void
}

/** Opens the log. A line that cannot be read (a torn last line after a kill) is left out and named in `log`. */
export function openJournal(storage: CampusStorage | undefined, log: (line: string) => void): Journal {
  return {
    entries: () => (storage?.load() ?? []).flatMap((line, index) => readEntry(line, index, log)),
    record: (entry) => storage?.append(JSON.stringify(entry)),
    compact: (entries) => storage?.rewrite?.(entries.map((entry) => JSON.stringify(entry))),
  }
}

function readEntry(line: string, index: number, log: (line: string) => void): Entry[] {
  if (line.trim() === '') return []
  const parsed = entrySchema.safeParse(parseJson(line))
  if (parsed.success) return [parsed.data]
  log(`sandbox log: line ${index + 1} cannot be read and is left out`)
  return []
}

/** The parsed JSON, or undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
