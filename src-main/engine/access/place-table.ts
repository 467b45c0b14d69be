/**
 * Where places lie: boxes in whole degrees, rounded outward, `west south east north`, several parts after a slash.
 *
 * Outlines of states: Natural Earth 1:110m cultural vectors, admin 0 (public domain). Small states and territories that it leaves
 * out, and the distant parts of states, were set by hand from their coordinates. Boxes are larger than the places, so that the
 * distance between two is never too large; only the almost empty ends of Alaska west of 160° W and Siberia east of 163° E are left
 * out, which would make every flight over the Pacific look like a neighbour's.
 */
const boxes = `
AD 1 42 2 43
AE 51 22 57 27
AF 60 29 76 39
AG -63 16 -61 18
AI -64 18 -62 19
AL 19 39 22 43
AM 43 38 47 42
AO 11 -19 25 -4
AR -74 -56 -53 -21
AS -172 -15 -168 -11
AT 9 46 18 50
AU 112 -44 154 -10
AW -71 12 -69 13
AX 19 59 22 61
AZ 44 38 51 42
BA 15 42 20 46
BB -60 13 -59 14
BD 88 20 93 27
BE 2 49 7 52
BF -6 9 3 16
BG 22 41 29 45
BH 50 25 51 27
BI 28 -5 31 -2
BJ 0 6 4 13
BL -63 17 -62 18
BM -65 32 -64 33
BN 114 4 116 6
BO -70 -23 -57 -9
BQ -69 11 -68 13 / -64 17 -62 18
BR -74 -12 -64 3 / -65 -12 -50 6 / -50 -19 -34 1 / -62 -34 -38 -12
BS -80 20 -72 28
BT 88 26 93 29
BW 19 -27 30 -17
BY 23 51 33 57
BZ -90 15 -87 19
CA -141 48 -110 72 / -120 48 -79 72 / -96 41 -73 56 / -80 41 -52 62 / -120 64 -60 84
CD 12 -14 32 6
CF 14 2 28 12
CG 11 -6 19 4
CH 5 45 11 48
CI -9 4 -2 11
CK -166 -22 -157 -8
CL -76 -56 -66 -17
CM 8 1 17 14
CN 73 27 98 50 / 97 18 123 44 / 118 38 136 54
CO -82 -5 -66 14
CR -88 5 -82 12
CU -85 19 -74 24
CV -26 14 -22 18
CW -70 12 -68 13
CY 32 34 35 36
CZ 12 48 19 52
DE 5 47 16 56
DJ 41 10 44 13
DK 8 54 16 58
DM -62 15 -61 16
DO -72 17 -68 20
DZ -9 18 12 38
EC -81 -6 -75 2 / -92 -2 -89 1
EE 21 57 29 60
EG 24 21 37 32
EH -18 20 -8 28
ER 36 12 44 19
ES -10 35 5 44 / -19 27 -13 30
ET 32 3 48 15
FI 19 59 32 71
FJ 176 -21 180 -12 / -180 -21 -178 -15
FK -62 -53 -57 -51
FM 137 1 164 10
FO -8 61 -6 63
FR -6 41 10 52
GA 8 -4 15 3
GB -9 49 2 61
GD -62 11 -61 13
GE 39 41 47 44
GF -55 2 -51 6
GG -3 49 -2 50
GH -4 4 2 12
GI -6 36 -5 37
GL -74 59 -12 84
GM -17 13 -13 14
GN -16 7 -7 13
GP -62 15 -60 17
GQ 5 -2 12 4
GR 19 34 30 42
GT -93 13 -88 18
GU 144 13 145 14
GW -17 10 -13 13
GY -62 1 -56 9
HK 113 22 115 23
HN -90 12 -83 18
HR 13 42 20 47
HT -75 18 -71 21
HU 16 45 23 49
ID 95 -11 142 6
IE -11 51 -5 56
IL 34 29 36 34
IM -5 54 -4 55
IN 68 6 98 36 / 92 6 94 14
IO 71 -8 73 -5
IQ 38 29 49 38
IR 44 25 64 40
IS -25 63 -13 67
IT 6 35 19 48
JE -3 49 -2 50
JM -79 17 -76 19
JO 34 29 40 34
JP 128 30 146 46 / 122 24 132 30
KE 33 -5 42 6
KG 69 39 81 44
KH 102 9 108 15
KI 172 -3 177 4 / -175 -12 -150 5
KM 43 -13 45 -11
KN -63 17 -62 18
KP 124 37 131 44
KR 124 33 132 39
KW 46 28 49 31
KY -82 19 -79 20
KZ 46 40 88 56
LA 100 13 108 23
LB 35 33 37 35
LC -62 13 -60 15
LI 9 47 10 48
LK 79 5 82 10
LR -12 4 -7 9
LS 26 -31 30 -28
LT 20 53 27 57
LU 5 49 7 51
LV 20 55 29 59
LY 9 19 26 34
MA -18 21 -1 36
MC 7 43 8 44
MD 26 45 31 49
ME 18 41 21 44
MF -64 18 -62 19
MG 43 -26 51 -11
MH 160 4 173 15
MK 20 40 24 43
ML -13 10 5 25
MM 92 9 102 29
MN 87 41 120 53
MO 113 22 114 23
MP 144 14 147 21
MQ -62 14 -60 15
MR -18 14 -4 28
MS -63 16 -62 17
MT 14 35 15 37
MU 57 -21 64 -10
MV 72 -1 74 8
MW 32 -18 36 -9
MX -119 14 -86 33
MY 99 0 120 8
MZ 30 -27 41 -10
NA 11 -30 26 -16
NC 163 -23 169 -19
NE 0 11 16 24
NF 167 -30 168 -28
NG 2 4 15 14
NI -88 10 -82 16
NL 3 50 8 54
NO 4 57 32 72
NP 80 26 89 31
NR 166 -1 167 0
NU -170 -20 -169 -18
NZ 166 -48 179 -34 / -178 -45 -175 -43
OM 51 16 60 27
PA -83 7 -77 10
PE -82 -19 -68 0
PF -155 -28 -134 -7
PG 140 -12 157 0
PH 116 4 127 22
PK 60 23 78 38
PL 14 49 25 55
PM -57 46 -56 48
PR -68 17 -65 19
PS 34 31 36 33
PT -10 36 -6 43 / -32 36 -24 40 / -18 32 -16 34
PW 131 2 135 9
PY -63 -28 -54 -19
QA 50 24 52 27
RE 55 -22 56 -20
RO 20 43 30 49
RS 18 42 24 47
RU 27 41 60 71 / 60 49 100 78 / 100 42 163 77 / 19 54 23 56
RW 28 -3 31 -1
SA 34 16 56 33
SB 155 -12 170 -5
SC 46 -11 57 -3
SD 21 8 39 23
SE 10 55 25 70
SG 103 1 105 2
SH -15 -41 -5 -7
SI 13 45 17 47
SJ 10 70 34 81
SK 16 47 23 50
SL -14 6 -10 11
SM 12 43 13 44
SN -18 12 -11 17
SO 40 -2 52 13
SR -59 1 -53 7
SS 23 3 36 13
ST 6 0 8 2
SV -91 13 -87 15
SX -64 17 -62 19
SY 35 32 43 38
SZ 30 -28 33 -25
TC -73 21 -71 22
TD 13 7 24 24
TG -1 5 2 12
TH 97 5 106 21
TJ 67 36 76 42
TK -173 -10 -171 -8
TL 124 -10 128 -8
TM 52 35 67 43
TN 7 30 12 38
TO -177 -23 -173 -15
TR 25 35 45 43
TT -62 10 -60 12
TV 176 -11 180 -5
TW 118 21 123 27
TZ 29 -12 41 0
UA 22 44 41 53
UG 29 -2 36 5
US -125 32 -107 50 / -107 25 -93 50 / -97 29 -80 50 / -88 24 -79 32 / -85 33 -74 46 / -80 40 -66 48 / -160 54 -129 72 / -161 18 -154 23
UY -59 -36 -53 -30
UZ 55 37 74 46
VA 12 41 13 42
VC -62 12 -61 14
VE -74 0 -59 13
VG -65 18 -64 19
VI -66 17 -64 19
VN 102 8 110 24
VU 166 -21 171 -13
WF -179 -15 -176 -13
WS -173 -15 -171 -13
XK 20 41 22 44
YE 42 12 55 19
YT 44 -14 46 -12
ZA 16 -35 33 -22
ZM 21 -19 34 -8
ZW 25 -23 34 -15
`;

/** Hours from UTC of the clock that runs latest in each country west of Greenwich where people mostly work, in standard time. */
const westernClocks = `
AG-4 AI-4 AR-3 AW-4 BB-4 BM-4 BO-4 BR-4 BS-5 BZ-6 CA-8 CL-4 CO-5 CR-6 CU-5 CW-4 DM-4 DO-4 EC-5 FK-3 GD-4 GF-3 GL-3 GP-4 GT-6 GY-4 HN-6
HT-5 JM-5 KN-4 KY-5 LC-4 MQ-4 MX-7 NI-6 PA-5 PE-5 PF-10 PM-3 PR-4 PY-4 SR-3 SV-6 SX-4 TC-5 TT-4 US-8 UY-3 VC-4 VE-4 VG-4 VI-4 CV-1 PT-1
`;

/** `[west, south, east, north]` in degrees. */
export type Box = readonly [number, number, number, number];

function parseBoxes(): ReadonlyMap<string, readonly Box[]> {
  const table = new Map<string, readonly Box[]>();
  for (const line of boxes.trim().split('\n')) {
    const parts = line.slice(3).split('/');
    table.set(
      line.slice(0, 2),
      parts.map((part) => {
        const [west = 0, south = 0, east = 0, north = 0] = part.trim().split(' ').map(Number);
        return [west, south, east, north];
      }),
    );
  }
  return table;
}

/** Boxes of every country and territory with a code of ISO 3166-1, and Kosovo as `XK`. */
export const placeBoxes: ReadonlyMap<string, readonly Box[]> = parseBoxes();

/** Hours by which the country's latest clock lags behind UTC; 0 for every country at or east of Greenwich. */
export const hoursBehindUtc: ReadonlyMap<string, number> = new Map(
  westernClocks
    .trim()
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), -Number(entry.slice(2))]),
);
