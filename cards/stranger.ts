import { type Card, line, note } from './kit.ts'

const MOST_NAMED = 3

/** For an account that belongs to nobody in the scheme: whom to ask, and with what. */
export function strangerCard({ office }: { readonly office: readonly string[] }): Card {
  const named = office.slice(0, MOST_NAMED).join('、')
  const whom = named === '' ? '目标管理领导小组办公室' : `目标管理领导小组办公室（${named}）`
  return {
    title: '尚未登记',
    status: { text: '请联系办公室', tone: 'orange' },
    summary: '您的账号尚未登记，请联系领导小组办公室',
    elements: [
      line('您好，目标管理助手还没有找到您的登记信息。'),
      line(`请把您的姓名、工号和所在单位告诉${whom}；登记后发送「帮助」即可使用。`),
      note('登记以前，您发送的内容不会被保存。'),
    ],
  }
}
