/** What the conversation itself offers, in the shape of a chapter: help, to-dos, forms and drafts. */
import type { Chapter } from '../kernel/chapter.ts'
import type { Intent } from '../kernel/view.ts'
import { inNameView, whichPrincipalView } from './in-name/view.ts'
import type { Registry } from './registry.ts'
import { checkView, formView, questionView } from './views/forms.ts'
import { greetingView, roleMenuView } from './views/greeting.ts'
import { helpView } from './views/help.ts'
import { doneView, draftsView, nearestView, notedView, saidView, strangerView } from './views/plain.ts'
import { todoView } from './views/todo.ts'

const todo: Intent = {
  words: ['待办', '我的待办', '待办事项', '有什么事'],
  help: '查看等您办理的事',
  opens: (rest) => (rest === '' ? { show: 'todo', with: {} } : undefined),
}

const help: Intent = {
  words: ['帮助', '菜单', '你好', '您好', '在吗', '怎么用', '能做什么', 'help', 'hi', 'hello'],
  help: '查看能办的事',
  opens: (rest) => ([...rest].length <= 2 ? { show: 'help', with: {} } : undefined),
}

const roleMenu: Intent = {
  words: ['办事', '常用事项', '我能做什么'],
  help: '按您的角色列出常用事项',
  opens: (rest) => (rest === '' ? { show: 'role-menu', with: {} } : undefined),
}

export function conversationChapter(all: () => Registry): Chapter {
  return {
    name: 'conversation',
    commands: [],
    forms: [],
    intents: [todo, roleMenu, help],
    todo: async () => [],
    wording: {},
    views: [
      ...[saidView, doneView, strangerView, draftsView],
      ...[formView(all), questionView(all), checkView(all)],
      ...[inNameView(all), whichPrincipalView],
      ...[greetingView(all), roleMenuView],
      ...[helpView(all), todoView(all), nearestView(all), notedView(all)],
    ],
  }
}
