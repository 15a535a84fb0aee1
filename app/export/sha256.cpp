#include "export/sha256.h"

#include <QtEndian>

#include <cstring>

#ifdef __x86_64__
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace {

constexpr std::array<quint32, 8> Start{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                       0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

#ifdef __x86_64__

alignas(16) constexpr std::array<quint32, 64> Rounds{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

bool hasInstructions()
{
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & (1U << 29)); // "SHA"
}

/// The four next words of the message, of the sixteen before them.
[[gnu::target("sha,sse4.1"), gnu::always_inline]] inline __m128i scheduled(const __m128i *words, int group)
{
    const __m128i last = words[(group + 3) % 4];
    const __m128i first = _mm_sha256msg1_epu32(words[group % 4], words[(group + 1) % 4]);
    return _mm_sha256msg2_epu32(_mm_add_epi32(first, _mm_alignr_epi8(last, words[(group + 2) % 4], 4)), last);
}

/// Intel's instructions keep the eight words of the state as ABEF and CDGH.
[[gnu::target("sha,sse4.1")]] void digest(std::array<quint32, 8> &state, const char *data, size_t blocks)
{
    auto *place = reinterpret_cast<__m128i *>(state.data());
    const __m128i bigEndian = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
    const __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128(place), 0xb1);
    const __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128(place + 1), 0x1b);
    __m128i abef = _mm_alignr_epi8(cdab, efgh, 8);
    __m128i cdgh = _mm_blend_epi16(efgh, cdab, 0xf0);
    for (; blocks > 0; --blocks, data += 64) {
        const __m128i abefBefore = abef;
        const __m128i cdghBefore = cdgh;
        __m128i words[4]; // NOLINT(modernize-avoid-c-arrays): a std::array drops the vector's attributes
#pragma GCC unroll 16
        for (int group = 0; group < 16; ++group) {
            words[group % 4] = group < 4
                ? _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i *>(data) + group), bigEndian)
                : scheduled(words, group);
            const auto *constants = reinterpret_cast<const __m128i *>(Rounds.data()) + group;
            const __m128i sum = _mm_add_epi32(words[group % 4], _mm_load_si128(constants));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0e));
        }
        abef = _mm_add_epi32(abef, abefBefore);
        cdgh = _mm_add_epi32(cdgh, cdghBefore);
    }
    const __m128i feba = _mm_shuffle_epi32(abef, 0x1b);
    const __m128i dchg = _mm_shuffle_epi32(cdgh, 0xb1);
    _mm_storeu_si128(place, _mm_blend_epi16(feba, dchg, 0xf0));
    _mm_storeu_si128(place + 1, _mm_alignr_epi8(dchg, feba, 8));
}

#else

bool hasInstructions()
{
    return false;
}

void digest(std::array<quint32, 8> &, const char *, size_t) { }

#endif

}

Sha256::Sha256()
    : m_isFast(hasInstructions())
    , m_state(Start)
{
}

void Sha256::add(std::string_view bytes)
{
    if (m_isFast)
        take(bytes);
    else
        m_slow.addData(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
}

void Sha256::take(std::string_view bytes)
{
    m_size += bytes.size();
    if (m_restSize > 0) {
        const size_t some = std::min(bytes.size(), Block - m_restSize);
        std::ranges::copy(bytes.substr(0, some), m_rest.data() + m_restSize);
        m_restSize += some;
        bytes.remove_prefix(some);
        if (m_restSize < Block)
            return;
        digest(m_state, m_rest.data(), 1);
        m_restSize = 0;
    }
    digest(m_state, bytes.data(), bytes.size() / Block);
    bytes.remove_prefix(bytes.size() / Block * Block);
    std::ranges::copy(bytes, m_rest.data());
    m_restSize = bytes.size();
}

QByteArray Sha256::hex() const
{
    if (!m_isFast)
        return m_slow.result().toHex();
    std::string end(m_rest.data(), m_restSize);
    end += '\x80';
    end.append((2 * Block - 8 - end.size() % Block) % Block, '\0');
    std::array<char, 8> bits{};
    qToBigEndian(m_size * 8, bits.data());
    end.append(bits.data(), bits.size());
    std::array<quint32, 8> state = m_state;
    digest(state, end.data(), end.size() / Block);
    QByteArray bytes(32, Qt::Uninitialized);
    qToBigEndian<quint32>(state.data(), qsizetype(state.size()), bytes.data());
    return bytes.toHex();
}
