import type { Chapter } from '../../kernel/chapter.ts'
import { petitionClose, petitionEntrust, petitionReply } from './commands/handle.ts'
import { petitionConsent, petitionPass, petitionReport } from './commands/pass.ts'
import { petitionAdd, petitionWrite } from './commands/write.ts'
import { entrustForm, passForm, replyForm } from './forms/leaders.ts'
import { addForm, reportForm, writeForm } from './forms/writer.ts'
import { petitionIntents } from './intents.ts'
import { petitionTodos } from './todo.ts'
import { petitionsView, petitionView } from './views/leaders.ts'
import { petitionPassedView } from './views/passed.ts'
import { petitionRegisterView } from './views/register.ts'
import { myPetitionsView, myPetitionView } from './views/writer.ts'
import { petitionWording } from './wording.ts'

/** Anybody writes directly to the leading group (Article 32). */
export const petition: Chapter = {
  name: 'petition',
  secret: true,
  commands: [
    ...[petitionWrite, petitionAdd],
    ...[petitionReply, petitionEntrust, petitionClose],
    ...[petitionPass, petitionConsent, petitionReport],
  ],
  views: [
    ...[myPetitionView, myPetitionsView],
    ...[petitionView, petitionsView],
    ...[petitionPassedView, petitionRegisterView],
  ],
  forms: [writeForm, addForm, replyForm, passForm, entrustForm, reportForm],
  intents: petitionIntents,
  todo: petitionTodos,
  wording: petitionWording,
}
