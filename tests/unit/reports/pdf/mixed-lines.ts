/** In each language a plain sentence, and lines as a report has them: numbers, dates, telephone, brackets, Latin names. */

export interface LanguageSample {
  language: string
  name: string
  /** Each is a paragraph of its own. */
  lines: readonly string[]
}

const URDU = [
  'بچے کی صحت اچھی ہے اور گھر صاف تھا۔',
  'ملاقات GCP 4/5 بتاریخ 12/03/2026 کو 14:30 بجے ہوئی۔',
  'فون 020 7946 0000 پر بات ہوئی، تاریخ 12-03-2026 تھی۔',
  'ماں (عائشہ Khan) نے کہا کہ ۳ وقت کا کھانا ملتا ہے۔',
]
const ARABIC = [
  'كان البيت دافئاً ونظيفاً، وكان الطعام كافياً.',
  'الزيارة GCP 4/5 يوم 12/03/2026 الساعة 14:30 تمت.',
  'الهاتف 020 7946 0000 والتاريخ 12-03-2026 مسجلان هنا.',
  'قالت الأم (ليلى Smith) إن ٣ أطفال يذهبون إلى المدرسة.',
]
const SORANI = [
  'ماڵەکە گەرم و پاک بوو، ڕۆژێک منداڵەکە پێکەنی.',
  'سەردانی GCP 4/5 لە 12/03/2026 کاتژمێر 14:30 کرا.',
  'تەلەفۆن 020 7946 0000 و بەروار 12-03-2026 تۆمار کرا.',
  'دایکی (شیلان Brown) وتی ٣ ژەم خواردن هەیە.',
]
const PASHTO = [
  'کور تود او پاک و، ماشوم ښه ډوډۍ خوړله.',
  'لیدنه GCP 4/5 په 12/03/2026 په 14:30 وشوه.',
  'ټیلیفون 020 7946 0000 او نېټه 12-03-2026 ولیکل شول.',
  'مور (زرغونه Jones) وویل چې ۳ ماشومان ښوونځي ته ځي.',
]
const PERSIAN = [
  'خانه گرم و تمیز بود و کودک می‌خندید.',
  'بازدید GCP 4/5 در 12/03/2026 ساعت 14:30 انجام شد.',
  'تلفن 020 7946 0000 و تاریخ 12-03-2026 ثبت شد.',
  'مادر (مریم Green) گفت ۳ وعده غذا هست.',
]

export const SAMPLES: readonly LanguageSample[] = [
  { language: 'ur', name: 'Urdu', lines: URDU },
  { language: 'ar', name: 'Arabic', lines: ARABIC },
  { language: 'ckb', name: 'Sorani', lines: SORANI },
  { language: 'ps', name: 'Pashto', lines: PASHTO },
  { language: 'fa', name: 'Persian', lines: PERSIAN },
  {
    language: 'pa',
    name: 'Panjabi',
    lines: [
      'ਬੱਚੇ ਦੀ ਸਿਹਤ ਚੰਗੀ ਹੈ ਅਤੇ ਘਰ ਸਾਫ਼ ਸੀ।',
      'ਮੁਲਾਕਾਤ GCP 4/5 ਮਿਤੀ 12/03/2026 ਨੂੰ 14:30 ਵਜੇ ਹੋਈ।',
      'ਫ਼ੋਨ 020 7946 0000 (ਮਾਂ, Simran Kaur), 12-03-2026, ੩ ਵਾਰ।',
    ],
  },
  {
    language: 'bn',
    name: 'Bengali',
    lines: [
      'শিশুর স্বাস্থ্য ভালো আছে, ক্ষুধার্ত ছিল না।',
      'সাক্ষাৎ GCP 4/5 তারিখ 12/03/2026, 14:30 টায় হয়েছে।',
      'ফোন 020 7946 0000 (মা, Rina Das), 12-03-2026, ১২/০৩/২০২৬।',
    ],
  },
  {
    language: 'ta',
    name: 'Tamil',
    lines: [
      'குழந்தையின் ஆரோக்கியம் நன்றாக உள்ளது. ஸ்ரீ',
      'சந்திப்பு GCP 4/5, 12/03/2026 அன்று 14:30 மணிக்கு நடந்தது.',
      'தொலைபேசி 020 7946 0000 (தாய், Meena Raj), 12-03-2026, கொடுத்தார்.',
    ],
  },
  {
    language: 'ti',
    name: 'Tigrinya',
    lines: [
      'ቆልዓ ጽቡቕ ኣሎ፡ ገዛ ጽሩይ እዩ።',
      'ርክብ GCP 4/5 ብ12/03/2026 ሰዓት 14:30 ተኻይዱ።',
      'ተሌፎን 020 7946 0000 (ኣደ፡ Selam Tesfay)፣ 12-03-2026።',
    ],
  },
  {
    language: 'uk',
    name: 'Ukrainian',
    lines: [
      'Їжа є в холодильнику, дитині 3 роки, ґанок чистий.',
      'Візит GCP 4/5 12/03/2026 о 14:30, тел. 020 7946 0000 (мати, Anna Kovalenko), 12-03-2026.',
    ],
  },
  {
    language: 'pl',
    name: 'Polish',
    lines: [
      'Zażółć gęślą jaźń: dziecko nie zostało przyprowadzone.',
      'Wizyta GCP 4/5, 12/03/2026 o 14:30, tel. 020 7946 0000 (matka, Łucja Żak), 12-03-2026.',
    ],
  },
  {
    language: 'ro',
    name: 'Romanian',
    lines: [
      'Casa era curată și caldă; copilul râdea, mânca și se juca în voie.',
      'Vizita GCP 4/5, 12/03/2026 la 14:30, tel. 020 7946 0000 (mama, Ștefania Țârlea), 12-03-2026.',
    ],
  },
  {
    language: 'en-GB',
    name: 'English',
    lines: [
      'The home was warm; there was “food” in the fridge — ½ a loaf, £3, difficult office files.',
      'Visit GCP 4/5, 12/03/2026 at 14:30, tel. 020 7946 0000 (mother, Zoë O’Brien), 12-03-2026.',
    ],
  },
]
