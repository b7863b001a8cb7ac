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
record-tick = Publicēts: { $name }
record-published = <b>Atzīmēts.</b> Kur galīgais ziņojums ir publicēts:
