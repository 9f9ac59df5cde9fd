/** Units, people, roles, groups, the directory and the records (Articles 3-6, 33; rulebook 1, 2, 7): run by the office. */
import { ALL, type Chapter, type Deed, deed } from '../deed.ts'

const MACHINE = { delegate: 'no' } as const
const byOffice = (command: string, words: string): Deed => deed(command, words, ['office'], ALL)
const byClock = (command: string, words: string): Deed => deed(command, words, ['clock'], ALL, MACHINE)

export const office: Chapter = {
  title: 'Units, people, records',
  deeds: {
    prepare: byOffice('unit.prepare', 'prepare a reform of units'),
    assign: byOffice('unit.assign', 'say where goals and people go in a reform'),
    drop: byOffice('unit.drop', 'put a reform away'),
    add: byOffice('unit.add', 'add a unit'),
    rename: byOffice('unit.rename', 'rename a unit'),
    merge: byOffice('unit.merge', 'merge units'),
    split: byOffice('unit.split', 'split a unit'),
    exempt: byOffice('unit.exempt', 'exempt a unit'),
    restore: byOffice('unit.restore', 'restore an exempt unit'),
    lead: byOffice('unit.lead', 'give a unit another leader in charge'),
    kind: byOffice('unit.kind', "change a unit's kind"),
    'preview replacing': byOffice('person.preview-replace', 'see what one person would hand over to another'),
    replace: byOffice('person.replace', 'put one person in the place of another'),
    leave: byOffice('person.leave', 'let a person leave who has handed all over'),
    give: byOffice('role.give', 'give a role'),
    end: byOffice('role.end', 'end a role'),
    'tell end': byClock('role.tell-end', 'tell that a role ends'),
    'keep team': byOffice('team.keep', 'form or change a group'),
    'end team': byOffice('team.end', 'end a group'),
    'read directory': byOffice('directory.read', 'have the directory read'),
    'take directory': deed('directory.take', 'take in what the platform’s directory says', ['outbox'], ALL, {
      delegate: 'no',
    }),
    'apply directory': byOffice('directory.apply', 'apply a reading of the directory'),
    'drop directory': byOffice('directory.drop', 'set a reading of the directory aside'),
    'place department': byOffice('directory.place', 'say which unit a department is'),
    'note directory': deed('directory.note', 'note a change of the directory', ['platform'], ALL, MACHINE),
    'tell directory': byClock('directory.tell', 'tell the office of changes of the directory'),
    'check journal': byOffice('journal.check', 'have the journal verified'),
    'walk journal': byClock('journal.walk', 'verify the journal'),
    'export year': byOffice('year.export', 'have a year exported'),
    'make export': byClock('year.make-export', 'export a year'),
  },
}
