import { openPdfEngine } from '@/reports/pdf/pdf-engine.ts'
import { loadFont } from './unit/reports/pdf/fonts-for-tests.ts'
const style={size:11,strong:false,tone:'ink'} as const
const samples: Record<string,string> = {
 english: 'The home was warm and clean, and there was food in the fridge. '.repeat(16000),
 oneword: 'a'.repeat(1000000), spaces: ' '.repeat(1000000), feeds: '\n'.repeat(200000), zw: '\u200b'.repeat(300000), marks: 'e\u0301'.repeat(300000), onemark: 'e'+'\u0301'.repeat(100000),
 urdu: 'بچے کی ملاقات GCP 4/5 بتاریخ 12/03/2026 کو (14:30) ہوئی۔ '.repeat(5000),
 emoji: '😀👩‍👩‍👧'.repeat(30000), bidi: '\u202e\u2066a\u202b'.repeat(50000), mix: 'aب'.repeat(100000), parens: '(ا'.repeat(50000), bengali: 'শিশুর স্বাস্থ্য ভালো আছে। '.repeat(10000), lone: '\ud83d'.repeat(200000), nul: '\0'.repeat(300000),
}
for (const [n,text] of Object.entries(samples)) {
 const e = await openPdfEngine({ loadFont, texts:[{text,language:n==='urdu'?'ur':'en'}] })
 const t=performance.now(); const ls=e.text.lines([{text,style,...(n==='urdu'?{language:'ur'}:{})}],480,'auto'); const t1=performance.now()
 const d=e.newDocument({title:'t',language:'en'}); const root=d.element(null,'P'); let y=1e9; let i=0
 for (const l of ls.slice(0,n==='english'?1e9:2000)) { if (y>760){d.addPage(595,842);y=40}; d.within(root,()=>d.line(l,40,y+l.ascent)); y+=l.height }
 const t2=performance.now(); let b; try { b=d.finish() } catch(x) { console.log(x) }
 console.log(n,text.length,'lines',ls.length,'ms',Math.round(t1-t),'draw',Math.round(t2-t1),'finish',Math.round(performance.now()-t2),b?.length,'undrawable',(()=>{const s=performance.now();e.text.undrawable(text);return Math.round(performance.now()-s)})(), Math.round(process.memoryUsage().rss/1e6)+'MB', 'max', Math.max(...ls.slice(0,1000).map(l=>l.width)).toFixed(2))
}
