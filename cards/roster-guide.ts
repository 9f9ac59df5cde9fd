import { buttons, type Card, line, note } from './kit.ts'

/** How the office brings its roster in; for others, who does it. */
export function rosterGuideCard({ office }: { readonly office: boolean }): Card {
  if (!office) {
    return {
      title: '导入名册',
      summary: '名册由领导小组办公室管理',
      elements: [line('名册由领导小组办公室管理。单位、人员或角色有变动，请告诉办公室。')],
    }
  }
  return {
    title: '导入名册',
    summary: '把名册（.xlsx）发到这里，核对无误后确认导入',
    elements: [
      line('1. 下载模板，按「说明」填写单位、人员、角色、小组、工作要点、工作项目。'),
      line('2. 把填好的 .xlsx 文件直接发到这里。'),
      line('3. 有错误时会一次列出所有错处；没有错误时先列出将新增、变更、结束的内容，由您确认。'),
      note('名册是全校的完整名单：文件里没有的单位、人员和角色，导入后即结束。'),
      buttons({ text: '下载模板', style: 'primary', action: { send: 'roster-template', with: {} } }),
    ],
  }
}
