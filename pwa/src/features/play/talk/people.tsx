/** People drawn from parts: six grown-ups, each in five moods, and a telephone for who is only heard. */
import type { Look, Mood } from '../../../rules/scenario'

type Colours = { skin: string; shade: string; hair: string; coat: string; inner: string }

type Face = Exclude<Look, 'phone'>

const COLOURS: Record<Face, Colours> = {
  a: { skin: '#E9B892', shade: '#C98F6B', hair: '#6B3F2A', coat: '#2B4A63', inner: '#E4572E' },
  b: { skin: '#F0C9AC', shade: '#CE9B7C', hair: '#B9B6AC', coat: '#6C7F5B', inner: '#F4EFE4' },
  c: { skin: '#B97F57', shade: '#8E5B3A', hair: '#2A1A14', coat: '#3F8C8A', inner: '#E7F1F0' },
  d: { skin: '#E3B08C', shade: '#BE8762', hair: '#8A6A45', coat: '#3A5C8C', inner: '#D9DEE4' },
  e: { skin: '#C18A60', shade: '#935F3C', hair: '#1E1917', coat: '#1E6B4F', inner: '#F4EFE4' },
  f: { skin: '#F2CDB0', shade: '#CFA080', hair: '#A9502C', coat: '#8C6BA0', inner: '#F0E2C4' },
}

const HEAD = 'M164 30c22 0 30 16 29 34-1 22-13 36-29 36s-28-14-29-36c-1-18 7-34 29-34z'

/** Behind the head, and over the brow. */
const HAIR: Record<Face, [string | null, string]> = {
  a: [
    'M122 66c-4-38 20-52 42-52s46 14 42 52c-1 16-4 26-10 32h-64c-6-6-9-16-10-32z',
    'M134 62c-2-24 12-36 32-36 20 0 30 12 28 36-8-4-14-12-16-20-10 10-28 14-44 20z',
  ],
  b: [
    'M126 70c-3-26 8-44 20-48 8-5 28-5 36 0 12 4 23 22 20 48-3 6-8 8-12 8h-52c-4 0-9-2-12-8z',
    'M134 64c-1-14 4-24 12-30 10-4 26-4 36 0 8 6 13 16 12 30-4-10-8-18-14-22-10 2-22 2-32 0-6 4-10 12-14 22z',
  ],
  c: [
    'M164 4c11 0 17 7 16 15-1 5-5 8-9 9h-14c-4-1-8-4-9-9-1-8 5-15 16-15zM131 60c-4-28 14-38 33-38s37 10 33 38l-4 12h-58z',
    'M134 58c0-22 14-32 30-32s30 10 30 32c-6-8-12-16-30-17-18 1-24 9-30 17z',
  ],
  d: [null, 'M133 62c-3-26 10-38 31-38s35 12 31 38c-3-6-5-11-6-17-14 3-34 3-47-4-3 7-6 14-9 21z'],
  e: [null, 'M132 64c-5-30 11-42 32-42s37 12 32 42c-3-4-4-9-5-14-6-9-48-9-54 0-1 5-2 10-5 14z'],
  f: [
    'M120 100c-4-20 0-40 4-52 6-22 22-32 40-32s34 10 40 32c4 12 8 32 4 52-6 8-16 8-22 2h-44c-6 6-16 6-22-2z',
    'M133 66c-1-26 13-38 31-38 8 0 14 2 19 6-8 12-28 24-50 32zM195 66c1-14-3-25-12-32 1 14 5 24 12 32z',
  ],
}

const BROWS: Record<Mood, string> = {
  calm: 'M144 58q6-3 13-1M184 58q-6-3-13-1',
  worried: 'M144 60q6-6 13-7M184 60q-6-6-13-7',
  upset: 'M144 55l13 5M184 55l-13 5',
  relieved: 'M144 56q6-5 13-2M184 56q-6-5-13-2',
  closed: 'M144 59h13M184 59h-13',
}

const MOUTH: Record<Mood, string> = {
  calm: 'M156 87q8 4 16 0',
  worried: 'M157 90q7-4 14 0',
  upset: 'M156 91q8-7 16 0',
  relieved: 'M153 85q11 9 22 0',
  closed: 'M157 89h14',
}

function Eyes({ mood }: { mood: Mood }) {
  if (mood === 'relieved') return <path class="talk-line" stroke="#10231B" d="M146 69q5-5 10 0M172 69q5-5 10 0" />
  const aside = mood === 'closed' ? 3 : 0
  return <><circle cx={151 + aside} cy="68" r="2.7" fill="#10231B" /><circle cx={177 + aside} cy="68" r="2.7" fill="#10231B" /></>
}

/** What only one of them has. */
function Own({ look, colours }: { look: Face; colours: Colours }) {
  switch (look) {
    case 'a':
      return <><path fill="#E4572E" d="M140 102c14 14 34 14 48 0l6 12c-18 16-42 16-60 0z" /><path fill="#B93E1A" d="M178 118l14-6 4 34h-14z" /></>
    case 'b':
      return <path fill="none" stroke="#4B5A52" stroke-width="2" d="M143 68a8 8 0 1 0 16 0a8 8 0 1 0-16 0M169 68a8 8 0 1 0 16 0a8 8 0 1 0-16 0M159 67h10" />
    case 'e':
      return (
        <>
          <path fill={colours.hair} d="M136 72c1 16 12 30 28 30s27-14 28-30c-4 7-6 11-10 12-8-4-28-4-36 0-4-1-6-5-10-12z" opacity=".92" />
          <path class="talk-line" stroke="#F2C7B4" d="M157 90q7 2 14 0" />
          <path fill="#FBFAF6" d="M186 122h22v10h-22z" />
        </>
      )
    default:
      return null
  }
}

/** A call: somebody is heard and not seen. */
function Phone() {
  return (
    <g>
      <path fill="#10231B" d="M140 22q0-8 8-8h32q8 0 8 8v112q0 8-8 8h-32q-8 0-8-8z" />
      <path fill="#E3EDF8" d="M146 28h36v88h-36z" /><circle cx="164" cy="129" r="5" fill="#77837B" />
      <path fill="#1E6B4F" d="M164 54a18 18 0 1 0 .1 0z" />
      <path fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" d="M156 66q-1 12 14 16" />
      <path class="talk-line" stroke="#2B6CB0" d="M204 50q12 22 0 44M218 40q18 32 0 64M124 50q-12 22 0 44M110 40q-18 32 0 64" />
    </g>
  )
}

export function Person({ look, mood }: { look: Look; mood: Mood }) {
  return look === 'phone' ? <Phone /> : <Drawn look={look} mood={mood} />
}

function Drawn({ look, mood }: { look: Face; mood: Mood }) {
  const colours = COLOURS[look]
  const [behind, over] = HAIR[look]
  const lean = mood === 'worried' ? 'rotate(3 164 120)' : mood === 'closed' ? 'rotate(-3 164 120)' : undefined
  return (
    <g transform={mood === 'upset' ? 'translate(30 -3)' : 'translate(30)'}>
      <path fill={colours.coat} d="M96 154c2-38 26-50 68-50s68 12 70 50z" />
      <path fill={colours.inner} d="M148 105l16 26 16-26z" />
      <g transform={lean}>
        {behind && <path fill={colours.hair} d={behind} />}
        <path fill={colours.shade} d="M150 88h28v18c-6 10-22 10-28 0z" />
        <path fill={colours.skin} d={HEAD} />
        <path fill={colours.hair} d={over} />
        {look !== 'a' && <Own look={look} colours={colours} />}
        <path class="talk-line" stroke={look === 'b' ? '#9A968A' : '#3A2318'} d={BROWS[mood]} />
        <Eyes mood={mood} />
        <path class="talk-line" stroke={colours.shade} d="M164 69v10l-4 1" />
        {look !== 'e' && <path class="talk-line" stroke="#8A3B2A" d={MOUTH[mood]} />}
        {look === 'e' && <path class="talk-line" stroke="#E9C2A6" d={MOUTH[mood]} />}
      </g>
      {look === 'a' && <Own look={look} colours={colours} />}
    </g>
  )
}
