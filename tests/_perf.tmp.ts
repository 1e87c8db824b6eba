import { openPdfEngine } from '@/reports/pdf/pdf-engine.ts'
import { loadFont } from './unit/reports/pdf/fonts-for-tests.ts'
const style={size:11,strong:false,tone:'ink'} as const
for (const [n,text] of [['zw','\u200b'.repeat(300000)],['marks','e\u0301'.repeat(300000)],['onemark','e'+'\u0301'.repeat(100000)]] as const) {
 const e = await openPdfEngine({ loadFont, texts:[{text,language:'en'}] })
 let t=performance.now(); const lap=(s:string)=>{console.log(n,s,Math.round(performance.now()-t));t=performance.now()}
 const ls=e.text.lines([{text,style}],480,'auto'); lap('lines '+ls.length)
 const d=e.newDocument({title:'t',language:'en'}); const root=d.element(null,'P');d.addPage(595,842); 
 for (const l of ls.slice(0,200)) { (l as any).runs; } lap('runs');  for (const l of ls.slice(0,200)) d.within(root,()=>d.line(l,40,100)); lap('draw'); d.finish(); lap('finish'); 
 e.text.undrawable(text); lap('undrawable')
}
