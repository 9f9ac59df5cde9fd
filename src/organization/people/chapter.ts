import type { Chapter } from '../../kernel/chapter.ts'
import type { HandsOver } from '../../kernel/handover.ts'
import { leavePersonCommand } from './commands/leave.ts'
import { previewReplaceCommand } from './commands/preview.ts'
import { replacePersonCommand } from './commands/replace.ts'
import { leavePersonForm, replacePersonForm } from './forms.ts'
import { peopleIntents } from './intents.ts'
import { personView } from './views/person.ts'
import { replacedView } from './views/replaced.ts'
import { replacementView } from './views/replacement.ts'
import { peopleWording } from './wording.ts'

/** Who somebody is, who takes over from whom, and who leaves (Articles 3-6). `handsOver`: of all chapters, joined by the wiring. */
export function people(handsOver: () => readonly HandsOver[]): Chapter {
  return {
    name: 'people',
    commands: [replacePersonCommand(handsOver), previewReplaceCommand, leavePersonCommand],
    views: [personView, replacementView(handsOver), replacedView],
    forms: [replacePersonForm, leavePersonForm],
    intents: peopleIntents,
    todo: async () => [],
    wording: peopleWording,
  }
}
