#include "store/cellbytes.h"

#include <array>
#include <charconv>

namespace {

constexpr size_t WithoutFraction = 19; // "2026-01-02 03:04:05"
constexpr size_t WithMilliseconds = 23;

int digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

}

void cellbytes::append(std::string &out, qint64 number)
{
    std::array<char, 24> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    out.append(text.data(), size_t(end - text.data()));
}

void cellbytes::append(std::string &out, double number)
{
    std::array<char, 1100> text{}; // the smallest has 1,077 characters
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed).ptr;
    out.append(text.data(), size_t(end - text.data()));
}

std::string_view cellbytes::withoutZeros(std::string_view number)
{
    if (number.find('.') == std::string_view::npos)
        return number;
    while (number.ends_with('0'))
        number.remove_suffix(1);
    if (number.ends_with('.'))
        number.remove_suffix(1);
    return number == "-0" ? number.substr(1) : number;
}

std::string_view cellbytes::timestamp(std::string_view time, std::string &scratch)
{
    if (time.size() <= WithoutFraction + 1 || time[WithoutFraction] != '.')
        return time;
    if (time.substr(WithoutFraction + 1).find_first_not_of('0') == std::string_view::npos)
        return time.substr(0, WithoutFraction);
    while (time.size() > WithMilliseconds && time.ends_with('0'))
        time.remove_suffix(1);
    if (time.size() >= WithMilliseconds)
        return time;
    scratch.assign(time);
    scratch.append(WithMilliseconds - time.size(), '0');
    return scratch;
}

void cellbytes::appendHex(std::string &out, std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    out.reserve(out.size() + 2 * bytes.size());
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
}

bool cellbytes::appendUnhexed(std::string &out, std::string_view hex)
{
    if (hex.size() % 2)
        return false;
    for (size_t i = 0; i < hex.size(); i += 2) {
        const int high = digit(hex[i]);
        const int low = digit(hex[i + 1]);
        if (high < 0 || low < 0)
            return false;
        out += char(high * 16 + low);
    }
    return true;
}
