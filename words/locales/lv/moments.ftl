### Dienas un laiki, ko cilvēki ieraksta paši: vārdi, pēc kuriem tos pazīst, un kas jāsaka, ja tos nevar saprast.

## Vārdi; varianti atdalīti ar |, garumzīmes nav vajadzīgas

moment-words-today = šodien
moment-words-tomorrow = rīt | rītdien | rītdiena
moment-words-after-tomorrow = parīt | parītdien
moment-words-next = nākamā | nākamajā | nākamo | nākam
moment-words-this = šī | šajā | šo
moment-words-next-week = nākamnedēļ | nākamajā nedēļā | nākamās nedēļas
moment-words-in = pēc
moment-words-day = diena | dienas | dienām
moment-words-week = nedēļa | nedēļas | nedēļām
moment-words-year = gada | gads | gadā | g
moment-words-on = uz | dienā
moment-words-by = līdz | uz
moment-words-at = plkst | pulksten | pl
moment-words-from = no
moment-words-to = līdz

## Paraugi

moment-example = { NUMBER($date, minimumIntegerDigits: 2) }.{ NUMBER($month, minimumIntegerDigits: 2) }.{ $year }. plkst. 10.00–11.30
moment-example-day = { NUMBER($date, minimumIntegerDigits: 2) }.{ NUMBER($month, minimumIntegerDigits: 2) }.{ $year }.

## Kas nav saprasts un ko rakstīt

-moment-write = Rakstiet, piemēram, šādi:
moment-problem-nonsense = No ieraksta «{ $text }» nesapratām, kad tas ir. { -moment-write } «{ $example }».
moment-problem-no-day = Ierakstā «{ $text }» nav dienas. { -moment-write } «{ $example }».
moment-problem-no-time = Cikos? Diena ir { $day }, bet laika ierakstā nav. { -moment-write } «{ $example }».
moment-problem-no-such-day = Ieraksts: «{ $text }». Tādas dienas kalendārā nav. { -moment-write } «{ $example }».
moment-problem-no-such-time = Ieraksts: «{ $text }». Tāda pulksteņa laika nav. { -moment-write } «{ $example }».
moment-problem-either-day = Ierakstu «{ $text }» var saprast divējādi. Rakstiet vienu no šīm dienām: «{ $first }» vai «{ $second }».
moment-problem-two-days = Ierakstā ir divas dažādas dienas: «{ $first }» un «{ $second }». Rakstiet vienu no tām.
moment-problem-wrong-weekday = Nedēļas diena nesaskan ar datumu: { $day }. Pārbaudiet, kura diena domāta. { -moment-write } «{ $example }».
moment-problem-past = Šodien tas laiks jau ir pagājis. Rakstiet dienu un laiku, kas vēl būs, piemēram: «{ $example }».
moment-problem-past-day = Šī diena jau ir pagājusi: { $day }. Rakstiet dienu, kas vēl būs, piemēram: «{ $example }».
moment-problem-skipped-time = Ieraksts: «{ $text }». Tajā naktī pulksteni pagriež uz priekšu, un šāda laika nav ({ $day }). { -moment-write } «{ $example }».
moment-problem-double-time = Ieraksts: «{ $text }». Tajā naktī pulksteni pagriež atpakaļ, un šāds laiks ir divreiz ({ $day }). { -moment-write } «{ $example }».
moment-problem-end-first = Ieraksts: «{ $text }». Beigas iznāk agrāk nekā sākums. { -moment-write } «{ $example }».
