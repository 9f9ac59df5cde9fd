import type { Chapter } from '../../kernel/chapter.ts'
import { helpAsk } from './commands/ask.ts'
import { helpAnswer, helpSolve } from './commands/close.ts'
import { helpPass } from './commands/pass.ts'
import { helpForm } from './forms/ask.ts'
import { helpAnswerForm, helpPassForm, helpSolveForm } from './forms/close.ts'
import { helpIntents } from './intents.ts'
import { helpTodo } from './todo.ts'
import { helpListView } from './views/list.ts'
import { helpRequestView } from './views/request.ts'
import { helpUnderstoodView } from './views/understood.ts'
import { helpWording } from './wording.ts'

/** A difficulty is brought to the one in charge, and stays open until it is answered (Article 19). */
export const help: Chapter = {
  name: 'help',
  commands: [helpAsk, helpAnswer, helpPass, helpSolve],
  views: [helpRequestView, helpListView, helpUnderstoodView],
  forms: [helpForm, helpAnswerForm, helpPassForm, helpSolveForm],
  intents: helpIntents,
  todo: helpTodo,
  wording: helpWording,
}
