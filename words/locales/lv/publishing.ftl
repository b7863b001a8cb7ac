### Publicēšana: koordinatora teksts, galīgais ziņojums un kur tas ir publicēts.

publication-text = <b>Koordinators ir sagatavojis tekstu publicēšanai.</b> Jūsu atbilde nav mainīta; ziņojumā tās vietā būs šis teksts ar norādi, ka tas ir rediģēts.
publication-of = <b>{ $number }{ $of }</b> ({ $version }. redakcija) «{ $text }»
publication-wrong = Ja kaut kas nav pareizi, lūdzu, rakstiet koordinatoram.
publication-yielded = <b>{ $code }, { $number }{ $of }</b> Kamēr rakstījāt publicējamo tekstu, platformā to mainīja { $editor }. Spēkā ir platformas teksts; ja jāpaliek citam, lūdzu, ierakstiet to vēlreiz.
publication-there = Platformā: «{ $text }»
publication-here = Šeit rakstītais: «{ $text }»

## Galīgais ziņojums

record-is = <b>Galīgais ziņojums ir iesniegts</b>: «{ $name }» ({ $when }, { $by }). Vēlākas atbildes to nemaina.
record-changed = Kopš tā mainījušās atbildes: { $numbers }
record-place =
    { $when ->
        [none] – { $name }: vēl nav publicēts
       *[other] – { $name }: publicēts { $when } ({ $by })
    }
record-kept = <b>Galīgais ziņojums ir saņemts:</b> { $title }
record-checksum = Kontrolsumma (SHA-256): { $sha256 }
record-lost = Failu «{ $name }» neizdevās saņemt. Lūdzu, nosūtiet to vēlreiz, atbildot uz šo ziņu; vai atveriet kārtas lapu un iesniedziet to tur.
report-ready-finished = Kad ziņojums ir gatavs, nosūtiet failu, atbildot uz šo ziņu: tas būs galīgais ziņojums.
record-tick = Publicēts: { $name }
record-published = <b>Atzīmēts.</b> Kur galīgais ziņojums ir publicēts:

## Teksta rakstīšana sarunā

wording = Publicējamais teksts: { $code }
wording-ask =
    { $english ->
        [1] <b>{ $code }, { $number }{ $of }</b> Nosūtiet tekstu angliski vienā ziņā; tas būs ziņojumā angļu valodā.
       *[0] <b>{ $code }, { $number }{ $of }</b> Nosūtiet publicējamo tekstu vienā ziņā. Iestādes vārdi nemainās; ziņojumā to vietā būs Jūsu teksts ar norādi, ka tas ir rediģēts.
    }
wording-since = Kamēr rakstījāt, kāds šo tekstu mainīja; Jūsējais nav saglabāts. Zemāk ir tas, kas ir spēkā tagad.
wording-given = Iestādes vārdi: «{ $text }»
wording-text = Publicējamais teksts: «{ $text }»
wording-text-en = Angliski: «{ $text }»
wording-kept = <b>{ $code }, { $number }{ $of }</b> Teksts ir saglabāts; ierakstām to platformā un parādām iestādei.
wording-english = Teksts angliski
wording-remove = Noņemt
wording-removed = <b>{ $code }, { $number }{ $of }</b> Publicējamais teksts ir noņemts; ziņojumā būs iestādes vārdi.
