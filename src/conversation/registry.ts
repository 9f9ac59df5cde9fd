/** What the chapters offer, by name: the only place where they meet. */
import type { Chapter } from '../kernel/chapter.ts'
import type { Command } from '../kernel/command.ts'
import type { FormDefinition, Intent, ViewDefinition } from '../kernel/view.ts'
import { comparable } from './words.ts'

export interface OfChapter<Thing> {
  readonly thing: Thing
  readonly chapter: Chapter
}

/** Words that open something, with the intent that they belong to. */
export interface Phrase {
  readonly words: string
  readonly intent: Intent
}

export interface Registry {
  readonly chapters: readonly Chapter[]
  /** The longest words first, so that 我的得分 is not taken for 我的. */
  readonly phrases: readonly Phrase[]
  command(type: string): OfChapter<Command> | undefined
  form(name: string): OfChapter<FormDefinition> | undefined
  view(name: string): ViewDefinition | undefined
}

/** The chapters with the conversation's own, whose views look into all. @throws when two use one name: a mistake of the wiring, seen at the start */
export function createRegistry(
  chapters: readonly Chapter[],
  own: (all: () => Registry) => Chapter,
): Registry {
  const registry: Registry = join([own(() => registry), ...chapters])
  return registry
}

function join(chapters: readonly Chapter[]): Registry {
  const commands = byName(chapters, (chapter) => chapter.commands.map((one) => [one.type, one]))
  const forms = byName(chapters, (chapter) => chapter.forms.map((one) => [one.name, one]))
  const views = byName(chapters, (chapter) => chapter.views.map((one) => [one.name, one]))
  return {
    chapters,
    phrases: phrasesOf(chapters),
    command: (type) => commands.get(type),
    form: (name) => forms.get(name),
    view: (name) => views.get(name)?.thing,
  }
}

function byName<Thing>(
  chapters: readonly Chapter[],
  list: (chapter: Chapter) => readonly (readonly [name: string, thing: Thing])[],
): ReadonlyMap<string, OfChapter<Thing>> {
  const found = new Map<string, OfChapter<Thing>>()
  for (const chapter of chapters) {
    for (const [name, thing] of list(chapter)) {
      const other = found.get(name)
      if (other) throw new Error(`${name} is in both ${other.chapter.name} and ${chapter.name}`)
      found.set(name, { thing, chapter })
    }
  }
  return found
}

function phrasesOf(chapters: readonly Chapter[]): Phrase[] {
  return chapters
    .flatMap((chapter) => chapter.intents)
    .flatMap((intent) => intent.words.map((words) => ({ words, intent })))
    .toSorted((left, right) => comparable(right.words).length - comparable(left.words).length)
}
