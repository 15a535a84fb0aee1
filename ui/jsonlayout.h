#pragma once

#include <QByteArray>

/// JSON as it came, with a line for each value: order, numbers and escapes stay as they are.
namespace jsonlayout {

/// One value, or many on lines of their own. What is not JSON comes back as it is.
QByteArray indented(const QByteArray &json);

}
