"""Sums of money."""

import re

from whoarms.model import Money
from whoarms.text.numbers import NUMBER, number
from whoarms.text.spans import Found, without_overlaps

_SYMBOLS = {
    "US$": "USD", "U.S.$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD",
    "NT$": "TWD", "S$": "SGD", "R$": "BRL", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB",
    "₩": "KRW", "₺": "TRY", "₴": "UAH", "Rs.": "INR", "Rs": "INR", "RM": "MYR", "Rp": "IDR", "SEK": "SEK", "NOK": "NOK",
    "DKK": "DKK", "EUR": "EUR", "USD": "USD", "GBP": "GBP", "AUD": "AUD", "CAD": "CAD", "CHF": "CHF", "JPY": "JPY",
    "CNY": "CNY", "RMB": "CNY", "PLN": "PLN", "ZAR": "ZAR", "INR": "INR", "KRW": "KRW", "TRY": "TRY", "RUB": "RUB",
    "UAH": "UAH", "CZK": "CZK", "HUF": "HUF", "RON": "RON", "BRL": "BRL", "SAR": "SAR", "AED": "AED", "ILS": "ILS",
    "DM": "DEM", "PHP": "PHP", "THB": "THB", "VND": "VND", "TWD": "TWD", "SGD": "SGD", "P": "PHP",
}  # fmt: skip
_NAMES = {
    r"(?:us|u\.s\.|american)\s+dollars?": "USD", r"australian dollars?": "AUD", r"canadian dollars?": "CAD",
    r"(?:new )?taiwan dollars?": "TWD", r"hong kong dollars?": "HKD", r"singapore dollars?": "SGD",
    r"new zealand dollars?": "NZD", r"dollars?": "USD", r"euros?": "EUR", r"pounds? sterling": "GBP",
    r"egyptian pounds?": "EGP", r"pounds?": "GBP", r"yen": "JPY", r"(?:pakistani|pakistan) rupees?": "PKR",
    r"sri lankan rupees?": "LKR", r"rupees?": "INR", r"roubles?|rubles?": "RUB", r"yuan|renminbi": "CNY",
    r"won": "KRW", r"(?:turkish )?lira": "TRY", r"hryvnias?": "UAH", r"z[lł]oty(?:s|ch)?": "PLN",
    r"(?:swedish )?kronor": "SEK", r"swedish kron[ae]": "SEK", r"norwegian kroner?": "NOK", r"danish kroner?": "DKK",
    r"(?:czech )?(?:koruna|koruny|crowns)": "CZK", r"forints?": "HUF", r"lei": "RON", r"swiss francs?": "CHF",
    r"french francs?": "FRF", r"cfa francs?": "XOF", r"francs?": "FRF", r"(?:d-|deutsche? ?|german )marks?": "DEM",
    r"marks?": "DEM", r"rand": "ZAR", r"ringgits?": "MYR", r"rupiahs?": "IDR", r"baht": "THB", r"dirhams?": "AED",
    r"(?:saudi )?riyals?": "SAR", r"shekels?": "ILS", r"reais": "BRL", r"(?:philippine )?pesos?": "PHP",
    r"kuwaiti dinars?": "KWD", r"jordanian dinars?": "JOD", r"algerian dinars?": "DZD", r"serbian dinars?": "RSD",
    r"tunisian dinars?": "TND", r"libyan dinars?": "LYD", r"bahraini dinars?": "BHD", r"(?:iraqi )?dinars?": "IQD",
    r"(?:iranian )?rials?": "IRR", r"omani rials?": "OMR", r"qatari riyals?": "QAR", r"yemeni ri(?:y)?als?": "YER",
    r"moroccan dirhams?": "MAD", r"mexican pesos?": "MXN", r"argentine pesos?": "ARS", r"chilean pesos?": "CLP",
    r"colombian pesos?": "COP", r"(?:peruvian )?soles": "PEN", r"bol[ií]vars?": "VEB", r"guaran[ií]es": "PYG",
    r"naira": "NGN", r"(?:kenyan )?shillings?": "KES", r"ugandan shillings?": "UGX", r"(?:ethiopian )?birr": "ETB",
    r"cedis?": "GHS", r"(?:bangladeshi )?taka": "BDT", r"kyats?": "MMK", r"dong": "VND", r"tenge": "KZT",
    r"(?:azerbaijani )?manats?": "AZN", r"lari": "GEL", r"drams?": "AMD", r"leva": "BGN", r"east german marks?": "DDM",
    r"(?:croatian )?kunas?": "HRK", r"(?:icelandic )?kronur": "ISK", r"(?:dutch )?guilders?": "NLG", r"pesetas?": "ESP",
    r"(?:italian )?lire": "ITL", r"drachmas?|drachmae": "GRD", r"escudos?": "PTE", r"(?:austrian )?schillings?": "ATS",
    r"belgian francs?": "BEF", r"(?:finnish )?markkaa?": "FIM",
}  # fmt: skip

_SYMBOL = "|".join(re.escape(s) for s in sorted(_SYMBOLS, key=len, reverse=True))
_NAME = "|".join(_NAMES)
_BEFORE = re.compile(rf"(?<![\w$])(?P<symbol>{_SYMBOL})\s?(?P<number>{NUMBER})", re.IGNORECASE)
_AFTER = re.compile(rf"(?<![\w.,])(?P<number>{NUMBER})[\s-]+(?:worth of )?(?P<name>{_NAME})\b", re.IGNORECASE)


def money(text: str) -> list[Found[Money]]:
    """Find the sums of money in a text, in order, in units of their currency (`$2.5bn` is 2,500,000,000 USD).

    `€`, `US$`, `RM`, codes and names in words are known; a bare `$` is the United States dollar.
    """
    found = []
    for match in _BEFORE.finditer(text):
        symbol = match.group("symbol")
        if symbol in _SYMBOLS:
            found.append(Found(*match.span(), Money(number(match.group("number")), _SYMBOLS[symbol])))
    for match in _AFTER.finditer(text):
        found.append(Found(*match.span(), Money(number(match.group("number")), _named(match.group("name")))))
    return without_overlaps(found)


def _named(name: str) -> str:
    return next(code for pattern, code in _NAMES.items() if re.fullmatch(pattern, name, re.IGNORECASE))
